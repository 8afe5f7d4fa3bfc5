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

  /// The statements that write what the batch changed.
  func writes(for workspace: Workspace) -> [Query]
}

extension Participant {
  /// The household, by default.
  public func locks(for message: Message) -> [String] {
    message.household.map { [$0.description] } ?? []
  }

  /// Nothing, by default: most senders need no answer.
  public func answerDuplicate(
    _ message: Message, on day: Day, in workspace: inout Workspace
  ) -> Decision { Decision() }
}

/// A participant whose rows are one file a household: all services but intake.
public protocol HouseholdParticipant: Participant where Workspace == HouseholdWorkspace<File> {
  /// What the service keeps of one household.
  associatedtype File: Sendable & Equatable

  /// The queries that read the files of those households.
  func select(_ households: [HouseholdID]) -> [Query]

  /// The files, from the results of `select`.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func files(from results: [Rows]) throws -> [HouseholdID: File]

  /// What follows from one message: pure, and `file` is `nil` until the service first hears of the
  /// household.
  ///
  /// - Throws: `DecodingError` when the payload is not that of its type: it goes to quarantine.
  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, file: inout File?
  ) throws -> Decision

  /// The statements that write the changed files, in bulk.
  func save(_ files: [(household: HouseholdID, file: File)]) -> [Query]
}

/// The files of a batch's households, and which of them changed.
public struct HouseholdWorkspace<File: Sendable & Equatable>: Sendable {
  /// The files as they stand now.
  public var files: [HouseholdID: File]
  /// The files as they were read.
  public let before: [HouseholdID: File]

  /// A workspace of files just read.
  public init(_ files: [HouseholdID: File]) {
    self.files = files
    before = files
  }
}

extension HouseholdParticipant {
  /// The files of the batch's households.
  public func reads(for messages: [Message]) -> [Query] {
    select(Set(messages.compactMap(\.household)).sorted())
  }

  /// The files, ready to change.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  public func workspace(from results: [Rows]) throws -> HouseholdWorkspace<File> {
    HouseholdWorkspace(try files(from: results))
  }

  /// Decides on the file of the message's household; what cannot be read goes to quarantine.
  public func decide(
    _ message: Message, on day: Day, in workspace: inout HouseholdWorkspace<File>
  ) -> Decision {
    guard let household = message.household else { return .quarantine("dossier absent") }
    do {
      return try decide(message, about: household, on: day, file: &workspace.files[household])
    } catch let error as DecodingError {
      return .quarantine("payload illisible: " + error.place)
    } catch {
      return .quarantine("payload refusé")
    }
  }

  /// The files that changed.
  public func writes(for workspace: HouseholdWorkspace<File>) -> [Query] {
    let changed = workspace.files
      .filter { workspace.before[$0.key] != $0.value }
      .sorted { $0.key < $1.key }
      .map { (household: $0.key, file: $0.value) }
    return changed.isEmpty ? [] : save(changed)
  }
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
