import Contracts

/// Where a live dossier stands, by the names under which it is stored: all that a change of version
/// needs to know of it.
public struct Standing: Hashable, Sendable {
  /// The version under which it moves.
  public var version: Int
  public var phases: [Track: String]
  public var circumstances: [String]
  /// The name of what each track waits for; a track whose protection has a known end waits for it.
  public var awaited: [Track: String]

  public init(
    version: Int, phases: [Track: String], circumstances: [String], awaited: [Track: String]
  ) {
    self.version = version
    self.phases = phases
    self.circumstances = circumstances
    self.awaited = awaited
  }

  public init(_ dossier: Dossier) {
    let situation = dossier.situation
    version = dossier.version
    phases = Dictionary(
      uniqueKeysWithValues: Track.allCases.map { ($0, situation.phaseName($0)) })
    circumstances = situation.circumstances.elements.map(\.rawValue)
    awaited = dossier.steps.mapValues(\.trigger.rawValue)
  }
}

extension Situation {
  /// The situation of those names; `nil` where this build does not know one of them.
  init?(_ standing: Standing) {
    guard let contact = standing.phases[.contact].flatMap(ContactPhase.init),
      let debt = standing.phases[.debt].flatMap(DebtPhase.init),
      let housing = standing.phases[.housing].flatMap(HousingPhase.init),
      let procedure = standing.phases[.procedure].flatMap(ProcedurePhase.init)
    else { return nil }
    let known = standing.circumstances.compactMap(Circumstance.init)
    guard known.count == standing.circumstances.count else { return nil }
    self.init()
    self.contact = contact
    self.debt = debt
    self.housing = housing
    self.procedure = procedure
    circumstances = Circumstances(known)
  }
}
