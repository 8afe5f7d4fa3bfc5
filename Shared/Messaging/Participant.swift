public import Contracts
public import PostgreSQL
public import Vocabulary

/// What a service gives the runtime: how to read its rows, how to decide, how to write them.
///
/// Every method is pure. A participant describes SQL; the runtime performs it, in one transaction for
/// a whole batch, with the inbox, the outbox and the deadlines of the same messages.
public protocol Participant: Sendable {
  /// Everything that the messages of one batch may read and change.
  associatedtype Workspace: Sendable

  /// The service.
  var service: ServiceName { get }

  /// The queues that it takes from.
  var queues: [String] { get }

  /// What makes a message of its source the same message for this service. Where it is not the
  /// identifier alone, the inbox keeps apart what one sender published under one identifier.
  func identity(of message: Message) -> String

  /// What must be locked before reading, so that two instances never work on the same thing. The
  /// runtime takes the locks of a batch in one fixed order.
  func locks(for message: Message) -> [String]

  /// The queries that read what the batch needs; run after the locks are held.
  func reads(for messages: [Message]) -> [Query]

  /// The workspace, from the results of `reads`, in the same order.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func workspace(from results: [Rows]) throws -> Workspace

  /// Decides one message, in arrival order, on what the messages before it left in the workspace.
  func decide(_ message: Message, on day: Day, in workspace: inout Workspace) -> Decision

  /// Answers a message that was received before. It must change nothing but what it sends.
  func answerDuplicate(_ message: Message, on day: Day, in workspace: inout Workspace) -> Decision

  /// Answers a message that ends in quarantine without an answer of its own. What failed may be anything,
  /// so nothing may be read for it.
  ///
  /// - Parameter reference: What the sender may quote to whoever operates the system.
  func answerQuarantined(_ message: Message, reference: String, on day: Day) -> [Outgoing]

  /// The statements that write what the batch changed.
  func writes(for workspace: Workspace) -> [Query]

  /// The statements that keep that a message went to quarantine without a decision; what was decided
  /// under its name before stays as it is.
  func writes(quarantined message: Message, on day: Day) -> [Query]

  /// The statements that must come after the batch's messages stand in the outbox.
  func lastWrites(for workspace: Workspace) -> [Query]

  /// What had no effect as dossiers were decided again, for whoever is on call.
  func review(of workspace: Workspace) -> Review

  /// Learns that these deadlines have come and were taken out of their table, before each is decided.
  func prepare(firing messages: [Message], in workspace: inout Workspace)
}

extension Participant {
  /// Its own queue and what was delivered too often from it, by default.
  public var queues: [String] { [service.queue, QueueName.dead(service.queue)] }

  /// The identifier, by default: each service gives its messages identifiers that are unique.
  public func identity(of message: Message) -> String { message.id }

  /// The household, by default.
  public func locks(for message: Message) -> [String] {
    message.household.map { [$0.description] } ?? []
  }

  /// Nothing, by default.
  public func writes(quarantined message: Message, on day: Day) -> [Query] { [] }

  /// Nothing, by default.
  public func lastWrites(for workspace: Workspace) -> [Query] { [] }

  /// Nothing, by default.
  public func review(of workspace: Workspace) -> Review { Review() }

  /// Nothing, by default.
  public func prepare(firing messages: [Message], in workspace: inout Workspace) {}

  /// Nothing, by default: a service waits for no answer.
  public func answerQuarantined(
    _ message: Message, reference: String, on day: Day
  ) -> [Outgoing] { [] }

  /// Nothing, by default: most senders need no answer.
  public func answerDuplicate(
    _ message: Message, on day: Day, in workspace: inout Workspace
  ) -> Decision { Decision() }
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
