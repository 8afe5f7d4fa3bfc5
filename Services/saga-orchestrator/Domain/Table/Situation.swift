/// Where a dossier stands, without its dates: four phases and what they must know of each other.
public struct Situation: Hashable, Sendable {
  /// Contact, diagnosis and DSF.
  public var contact = ContactPhase.initial
  public var debt = DebtPhase.initial
  /// Rehousing and accommodation.
  public var housing = HousingPhase.initial
  /// Court and execution.
  public var procedure = ProcedurePhase.initial
  public var circumstances = Circumstances.initial

  /// The situation of a household that Amont has just heard of.
  public init() {}

  /// Whether the dossier is closed: the procedure decides, the other tracks follow.
  public var isClosed: Bool { procedure == .closed }

  /// The name of the phase of a track.
  public func phaseName(_ track: Track) -> String {
    switch track {
    case .contact: contact.rawValue
    case .debt: debt.rawValue
    case .housing: housing.rawValue
    case .procedure: procedure.rawValue
    }
  }

  /// The French name of the phase of a track.
  public func phaseTitle(_ track: Track) -> String {
    switch track {
    case .contact: contact.title
    case .debt: debt.title
    case .housing: housing.title
    case .procedure: procedure.title
    }
  }
}
