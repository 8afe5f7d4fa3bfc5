import Vocabulary

extension CourtFile {
  /// Every hearing, by day.
  public var hearings: [Hearing] {
    var states: [Day: Hearing.State] = [:]
    // What an act of the day itself says prevails over what an earlier act had fixed.
    for act in acts {
      switch act.content {
      case .summons(let summons): states[summons.hearing] = states[summons.hearing] ?? .fixed
      case .postponement(let hearing):
        states[hearing] = states[hearing] ?? .fixed
        states[act.date] = .postponed
      case .hearing(let isPresent, _, _):
        if states[act.date] != .postponed { states[act.date] = .held(isTenantPresent: isPresent) }
      case .ruling, .notification, .appeal, .quitOrder, .jexRuling, .surendettementStay,
        .protocole, .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction,
        .departure, .compensationClaim, .compensationDecision, .compensationSilence:
        continue
      }
    }
    return states.map { Hearing(day: $0.key, state: $0.value) }.sorted { $0.day < $1.day }
  }

  /// Whether the tenant came to a hearing; `nil` where none was held.
  var isTenantHeard: Bool? {
    let presences = hearings.compactMap { hearing -> Bool? in
      guard case .held(let isPresent) = hearing.state else { return nil }
      return isPresent
    }
    return presences.isEmpty ? nil : presences.contains(true)
  }
}
