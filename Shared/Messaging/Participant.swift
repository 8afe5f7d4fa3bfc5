public import Contracts
public import PostgreSQL
public import Vocabulary

/// What a service gives the runtime: how to read its rows, how to decide, how to write them.
///
/// Every method is pure. A participant describes SQL; the runtime performs it, in one transaction
/// for a whole batch, with the inbox, the outbox and the deadlines of the same messages.
public protocol Participant: Sendable {
  /// Everything that the messages of one batch may read and change.
  associatedtype Workspace: Sendable

  /// What the service makes of a message's bytes before anything is locked.
  associatedtype Reading: MessageReading = Message

  /// The service.
  var service: ServiceName { get }

  /// The queues that it takes from.
  var queues: [String] { get }

  /// Gives a sentence, `problem`, for whoever starts the service where the database is not that of
  /// what the participant was made from; no row where it is.
  var check: Query? { get }

  /// Reads a message, and gives it the identity that makes it the same message for this service.
  /// Where that is not the identifier alone, the inbox keeps apart what one sender published under
  /// one identifier.
  func read(_ message: Message) -> Reading

  /// What must be locked before reading, so that two instances never work on the same thing. The
  /// runtime takes the locks of a batch in one fixed order.
  func locks(for message: Reading) -> [String]

  /// The queries that read what the batch needs; run after the locks are held.
  func reads(for messages: [Reading]) -> [Query]

  /// The queries that read what few batches need, now that the heads of the dossiers tell which
  /// those are: a round trip more, where there are any.
  func reads(for messages: [Reading], knowing heads: DossierHeads) -> [Query]

  /// The queries that give rows of `household_key` of more than the messages' own households, as
  /// `KeyTable.columns` names them: of dossiers that only the database can name.
  func keys(for messages: [Reading]) -> [Query]

  /// The workspace, from the results of `reads`, in the same order.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func workspace(from results: [Rows]) throws -> Workspace

  /// The same, where more was read.
  ///
  /// - Parameter more: The results of the second `reads`; empty where there were no queries.
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func workspace(
    from results: [Rows], more: [Rows], knowing heads: DossierHeads
  ) throws -> Workspace

  /// Decides one message, in arrival order, on what the messages before it left in the workspace.
  func decide(_ message: Reading, on day: Day, in workspace: inout Workspace) -> Decision

  /// Answers a message that was received before. It must change nothing but what it sends.
  func answerDuplicate(_ message: Reading, on day: Day, in workspace: inout Workspace) -> Decision

  /// Answers a message that ends in quarantine without an answer of its own. What failed may be
  /// anything, so nothing may be read for it.
  ///
  /// - Parameter reference: What the sender may quote to whoever operates the system.
  func answerQuarantined(_ message: Message, reference: String, on day: Day) -> [Outgoing]

  /// The statements that write what the batch changed.
  func writes(for workspace: Workspace) -> [Query]

  /// The statements that keep that a message went to quarantine without a decision; what was
  /// decided under its name before stays as it is.
  func writes(quarantined message: Message, on day: Day) -> [Query]

  /// What the batch adds to the journals of its dossiers, and takes out of them.
  func journal(of workspace: Workspace) -> JournalChanges

  /// The statements that must come after the batch's messages stand in the outbox.
  func lastWrites(for workspace: Workspace) -> [Query]

  /// What had no effect as dossiers were decided again, for whoever is on call.
  func review(of workspace: Workspace) -> ReplayReport

  /// Learns that these deadlines have come and were taken out of their table, before each is
  /// decided.
  func prepare(firing messages: [Message], in workspace: inout Workspace)
}

extension Participant {
  /// Its own queue and what was delivered too often from it, by default.
  public var queues: [String] { [service.queue, QueueName.dead(service.queue)] }

  /// Nothing is compared, by default.
  public var check: Query? { nil }

  /// The household, by default.
  public func locks(for message: Reading) -> [String] {
    message.message.household.map { [$0.description] } ?? []
  }

  /// Nothing, by default.
  public func reads(for messages: [Reading], knowing heads: DossierHeads) -> [Query] { [] }

  /// None, by default.
  public func keys(for messages: [Reading]) -> [Query] { [] }

  /// What the first queries say, by default.
  public func workspace(
    from results: [Rows], more: [Rows], knowing heads: DossierHeads
  ) throws -> Workspace { try workspace(from: results) }

  /// Nothing, by default: a service without files has no journal.
  public func journal(of workspace: Workspace) -> JournalChanges { JournalChanges() }

  /// Nothing, by default.
  public func writes(quarantined message: Message, on day: Day) -> [Query] { [] }

  /// Nothing, by default.
  public func lastWrites(for workspace: Workspace) -> [Query] { [] }

  /// Nothing, by default.
  public func review(of workspace: Workspace) -> ReplayReport { ReplayReport() }

  /// Nothing, by default.
  public func prepare(firing messages: [Message], in workspace: inout Workspace) {}

  /// Nothing, by default: a service waits for no answer.
  public func answerQuarantined(
    _ message: Message, reference: String, on day: Day
  ) -> [Outgoing] { [] }

  /// Nothing, by default: most senders need no answer.
  public func answerDuplicate(
    _ message: Reading, on day: Day, in workspace: inout Workspace
  ) -> Decision { Decision() }
}

extension Participant where Reading == Message {
  /// The message itself, by default: each service gives its messages identifiers that are unique.
  public func read(_ message: Message) -> Message { message }
}

extension DecodingError {
  /// The path of the field that is absent or wrong; never its value.
  public var place: String {
    let path: [any CodingKey]
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      path = context.codingPath
    case .keyNotFound(let key, let context):
      path = context.codingPath + [key]
    @unknown default:
      path = []
    }
    return path.isEmpty ? "(racine)" : path.map(\.stringValue).joined(separator: ".")
  }
}
