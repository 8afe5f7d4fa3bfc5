public import Contracts
public import PostgreSQL
public import Vocabulary

/// A participant whose rows are one file a household: all services but intake.
///
/// What it decides does not depend on the order of arrival: the runtime keeps a journal of what was
/// applied, and decides a dossier again in canonical order when something comes late or is
/// recalled.
public protocol HouseholdParticipant: Participant
where Workspace == HouseholdWorkspace<File>, Reading == Message {
  /// What the service keeps of one household.
  associatedtype File: Sendable & Equatable

  /// The tables that hold the files.
  var tables: HouseholdTables<File> { get }

  /// What follows from one message: pure, it depends on nothing but its arguments, and `file` is
  /// `nil` until the service first hears of the household. Messages come in the order of their
  /// acts.
  ///
  /// - Parameter opened: The day of the first act of which the service heard: the dossier keeps the
  ///   version of the Charte of that day.
  /// - Throws: `DecodingError` when the payload is not that of its type: it goes to quarantine.
  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout File?
  ) throws -> Decision

  /// The participant as it decides a dossier again, from its first message: by the rules under
  /// which the dossier stands now, whatever new dossiers open under.
  func decidingAgain(_ old: File?) -> Self

  /// Notes in a file that was decided again what changed, and why.
  func note(_ file: inout File?, decidedAgainFrom old: File?, because: String, on day: Day)
}

extension HouseholdParticipant {
  /// Itself, by default: its rules have one version.
  public func decidingAgain(_ old: File?) -> Self { self }

  /// Nothing, by default.
  public func note(
    _ file: inout File?, decidedAgainFrom old: File?, because: String, on day: Day
  ) {}

  /// The files of the batch's households, and their deadlines.
  public func reads(for messages: [Message]) -> [Query] {
    let households = Set(messages.compactMap(\.household)).sorted()
    return [JournalQueries.armed(households)] + tables.select(households)
  }

  /// What the runtime knows of the past of those that a message reaches out of turn.
  public func reads(for messages: [Message], knowing heads: DossierHeads) -> [Query] {
    JournalQueries.past(of: JournalLookup(messages, heads).households)
  }

  /// The files of dossiers without a past.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  public func workspace(from results: [Rows]) throws -> HouseholdWorkspace<File> {
    try workspace(from: results, more: [], knowing: DossierHeads())
  }

  /// The files, ready to change.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  public func workspace(
    from results: [Rows], more: [Rows], knowing heads: DossierHeads
  ) throws -> HouseholdWorkspace<File> {
    let files = try tables.files(from: Array(results.dropFirst()))
    let rows = try JournalRows(armed: results.first, past: more, heads: heads, service: service)
    return HouseholdWorkspace(files, journals: try rows.journals(of: files))
  }

  /// Decides on the file of the message's household; what cannot be read goes to quarantine.
  public func decide(
    _ message: Message, on day: Day, in workspace: inout HouseholdWorkspace<File>
  ) -> Decision {
    guard let household = message.household else { return .quarantine("dossier absent") }
    var desk = ReplayHandler(
      service: self, household: household, file: workspace.files[household],
      journal: workspace.journal(of: household))
    do {
      let decision = try desk.decide(message, on: day)
      guard case .applied = decision.verdict else { return decision }
      workspace.take(desk.file, desk.journal, of: household)
      return decision
    } catch {
      return Decision(verdict: Verdict(refusedBy: error))
    }
  }

  /// Counts deadlines that were taken out of their table as armed until each is decided.
  public func prepare(firing messages: [Message], in workspace: inout HouseholdWorkspace<File>) {
    for message in messages {
      guard let household = message.household,
        let fired = try? Wire.decode(DeadlineFired.self, from: message.data)
      else { continue }
      workspace.arm(fired, firesOn: message.occurredOn, of: household)
    }
  }

  /// The files that changed.
  public func writes(for workspace: HouseholdWorkspace<File>) -> [Query] {
    tables.writes(workspace.changes)
  }

  /// What was applied, and what was recalled.
  public func journal(of workspace: HouseholdWorkspace<File>) -> JournalChanges {
    workspace.changedJournals.reduce(into: JournalChanges()) {
      $0.add($1.journal, of: $1.household)
    }
  }

  /// What the batch passed over.
  public func review(of workspace: HouseholdWorkspace<File>) -> ReplayReport { workspace.review }

  /// What the batch takes back, its own messages among them.
  public func lastWrites(for workspace: HouseholdWorkspace<File>) -> [Query] {
    let unsaid = workspace.changedJournals.filter { !$0.journal.unsaid.isEmpty }
    return unsaid.isEmpty
      ? []
      : [JournalQueries.takeBack(unsaid.flatMap(\.journal.unsaid), of: unsaid.map(\.household))]
  }
}
