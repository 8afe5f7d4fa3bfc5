import Contracts

extension ProcedureTables {
  /// The second version: the full procedure, for every motive and every landlord, from the instruction
  /// of 2017 to the decrees of 2026. Rules by date stand in the legal calendar, not here.
  public static let v2 = ProcedureTables(
    version: 2,
    contact: TrackTable(row: ContactTrackV2.row), debt: TrackTable(row: DebtTrackV2.row),
    housing: TrackTable(row: HousingTrackV2.row),
    procedure: TrackTable(row: ProcedureTrackV2.row),
    learn: { $0.learnV2($1, isClosed: $2) }, episodes: Trigger.episodesV2)
}
