public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for a household's dossier: pure, so that the same messages
/// on the same days always make the same dossier.
public struct SagaRules: Sendable {
  public let calendar: LegalCalendar
  public let charte: Charte

  /// The version of the tables under which new dossiers open.
  public let version: Int

  public init(
    calendar: LegalCalendar, charte: Charte = Charte(),
    version: Int = ProcedureTables.current.version
  ) {
    self.calendar = calendar
    self.charte = charte
    self.version = version
  }

  /// The same rules, where new dossiers open under that version of the tables; `nil` changes
  /// nothing.
  public func opening(under version: Int?) -> SagaRules {
    SagaRules(calendar: calendar, charte: charte, version: version ?? self.version)
  }

  /// What follows from one message. `file` is `nil` until the saga first hears of the household,
  /// and is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout Dossier?
  ) throws -> Decision {
    guard let tables = ProcedureTables.version(file?.version ?? version) else {
      return .quarantine("version de procédure inconnue")
    }
    var work = DossierDecision(
      rules: self, tables: tables, household: household, today: today, cause: message.id,
      dossier: file ?? Dossier(openedOn: message.occurredOn, version: version))
    try work.receive(message, isNew: file == nil)
    work.dossier.reckon(since: file)
    if case .applied = work.decision.verdict { file = work.dossier }
    return work.decision
  }
}
