import Contracts

extension ProcedureTables {
  /// The first version: the law of 2017. Frozen: it has its own triggers, phases and protections.
  ///
  /// Orders, circumstances and reasons to look are only named by it, never switched over: what later
  /// versions add changes nothing here, and one that is taken away no longer compiles.
  public static let v1 = ProcedureTables(
    version: 1,
    contact: TrackTable(frozen: ContactTrackV1.row), debt: TrackTable(frozen: DebtTrackV1.row),
    housing: TrackTable(frozen: HousingTrackV1.row),
    procedure: TrackTable(frozen: ProcedureTrackV1.row),
    learn: { circumstances, trigger, isClosed in
      let coarser = trigger.coarser.flatMap { TriggerV1(rawValue: $0.rawValue) }
      guard let known = TriggerV1(rawValue: trigger.rawValue) ?? coarser else { return }
      circumstances.learnV1(known, isClosed: isClosed)
    }, episodes: Set(TriggerV1.episodes.compactMap { Trigger(rawValue: $0.rawValue) }))
}
