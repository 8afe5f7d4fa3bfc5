public import Contracts
public import PostgreSQL
public import Vocabulary

/// A participant whose rows are one file a household: all services but intake.
///
/// What it decides does not depend on the order of arrival: the runtime keeps a journal of what was
/// applied, and decides a dossier again in canonical order when something comes late or is recalled.
public protocol HouseholdParticipant: Participant where Workspace == HouseholdWorkspace<File> {
  /// What the service keeps of one household.
  associatedtype File: Sendable & Equatable

  /// The queries that read the files of those households.
  func select(_ households: [HouseholdID]) -> [Query]

  /// The files, from the results of `select`.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func files(from results: [Rows]) throws -> [HouseholdID: File]

  /// What follows from one message: pure, it depends on nothing but its arguments, and `file` is `nil`
  /// until the service first hears of the household. Messages come in the order of their acts.
  ///
  /// - Parameter opened: The day of the first act of which the service heard: the dossier keeps the
  ///   version of the Charte of that day.
  /// - Throws: `DecodingError` when the payload is not that of its type: it goes to quarantine.
  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout File?
  ) throws -> Decision

  /// The statements that write the changed files, in bulk.
  func save(_ files: [(household: HouseholdID, file: File)]) -> [Query]

  /// The statements that remove every row of those households: their files were decided again.
  func erase(_ households: [HouseholdID]) -> [Query]

  /// Notes in a file that was decided again what changed, and why.
  func note(_ file: inout File?, decidedAgainFrom old: File?, because: String, on day: Day)
}

extension HouseholdParticipant {
  /// Nothing, by default.
  public func note(
    _ file: inout File?, decidedAgainFrom old: File?, because: String, on day: Day
  ) {}

  /// The files of the batch's households, and what the runtime knows of their past.
  public func reads(for messages: [Message]) -> [Query] {
    let asked = JournalQueries.Asked(messages)
    return JournalQueries.reads(asked) + select(asked.households)
  }

  /// The files, ready to change.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  public func workspace(from results: [Rows]) throws -> HouseholdWorkspace<File> {
    let own = Array(results.dropFirst(JournalQueries.count))
    let files = try files(from: own)
    return HouseholdWorkspace(
      files, journals: try JournalRows(results, service: service).journals(of: files))
  }

  /// Decides on the file of the message's household; what cannot be read goes to quarantine.
  public func decide(
    _ message: Message, on day: Day, in workspace: inout HouseholdWorkspace<File>
  ) -> Decision {
    guard let household = message.household else { return .quarantine("dossier absent") }
    var desk = JournalDesk(
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

  /// The files that changed, and the journal.
  public func writes(for workspace: HouseholdWorkspace<File>) -> [Query] {
    let erased = workspace.rebuilt
    let changed = workspace.files
      .filter { workspace.before[$0.key] != $0.value || erased.contains($0.key) }
      .sorted { $0.key < $1.key }
      .map { (household: $0.key, file: $0.value) }
    return (erased.isEmpty ? [] : erase(erased)) + (changed.isEmpty ? [] : save(changed))
      + JournalQueries.writes(workspace.changedJournals)
  }

  /// What the batch passed over.
  public func review(of workspace: HouseholdWorkspace<File>) -> Review { workspace.review }

  /// What the batch takes back, its own messages among them.
  public func lastWrites(for workspace: HouseholdWorkspace<File>) -> [Query] {
    let unsaid = workspace.changedJournals.flatMap(\.journal.unsaid)
    return unsaid.isEmpty ? [] : [JournalQueries.takeBack(unsaid)]
  }
}
