public import Contracts
public import LegalCalendar
public import Vocabulary

/// What decides about the households of one service: pure.
public protocol HouseholdRules: Sendable {
  /// What the service keeps of one household.
  associatedtype File: Sendable & Hashable

  static var service: ServiceName { get }

  /// What follows from one message. `file` is `nil` until the service first hears of the household,
  /// and is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout File?
  ) throws -> Decision
}

/// A service that does casework: it obeys the saga's orders, owns events of partners, and watches
/// deadlines of its own.
///
/// A service says here what differs from the others. How a message is dispatched, and how a
/// decision tells, reports and arms, is in ``DecisionContext``.
public protocol CaseworkService: SendableMetatype {
  /// What the service keeps of one household.
  associatedtype File: Sendable & Hashable
  /// What the Charte of the département fixes for the service.
  associatedtype Charter: Sendable
  /// The orders of the saga that are the service's own, by the names that `Order` gives them.
  associatedtype OwnOrder: RawRepresentable<String> & CaseIterable
  /// The deadlines that the service arms. The raw values are stored and never change.
  associatedtype DeadlineKind: RawRepresentable<String> & CaseIterable

  static var start: CaseworkStart<File, Charter> { get }
  /// The events of partners that the service owns, and what each does.
  static var events: EventHandlers<Self> { get }

  /// Intake opened the dossier, or learnt more of it.
  static func learn(_ opened: DossierOpened, in context: inout DecisionContext<Self>) throws

  /// The saga asks for something.
  static func obey(
    _ order: OwnOrder, _ command: Command, in context: inout DecisionContext<Self>
  ) throws

  /// A deadline has come.
  static func expire(
    _ kind: DeadlineKind, _ deadline: Deadline, in context: inout DecisionContext<Self>
  ) throws

  /// Completes the file once a message is decided.
  static func conclude(_ context: inout DecisionContext<Self>) throws

  /// Who must be met and where, for a recipient that must meet the household; `nil` for all others.
  static func identification(for recipient: Destination, in file: File) -> Identification?

  /// Where a hearing is held, for whoever is told of it; `nil` where nobody said.
  static func place(of hearing: Day, in file: File) -> LieuAudience?

  /// Whether a curator or tutor reads each letter to the household (Code civil art. 467, 475).
  static func hasGuardian(_ file: File) -> Bool
}

extension CaseworkService {
  /// Nothing, by default.
  public static func conclude(_ context: inout DecisionContext<Self>) throws {}

  /// Nobody is told, by default.
  public static func identification(
    for recipient: Destination, in file: File
  ) -> Identification? { nil }

  /// No service knows it, by default.
  public static func place(of hearing: Day, in file: File) -> LieuAudience? { nil }

  /// Nobody does, by default.
  public static func hasGuardian(_ file: File) -> Bool { false }
}

/// What a service starts from, before any message and any Charte.
public struct CaseworkStart<File: Sendable, Charter: Sendable>: Sendable {
  public let service: ServiceName
  /// The file of a household of whom nothing is known.
  public let file: File
  /// The parameters that hold where the département has no Charte.
  public let charter: Charter
  /// Whether a delay that was over before its act was known ends at once; on the next day where
  /// this is `false`.
  public let endsPastDelaysAtOnce: Bool

  public init(
    _ service: ServiceName, file: File, charter: Charter, endsPastDelaysAtOnce: Bool = false
  ) {
    self.service = service
    self.file = file
    self.charter = charter
    self.endsPastDelaysAtOnce = endsPastDelaysAtOnce
  }
}

/// The rules of a service in a département.
public struct CaseworkRules<Service: CaseworkService>: HouseholdRules {
  public static var service: ServiceName { Service.start.service }

  public let calendar: LegalCalendar
  public let charter: Service.Charter

  public init(calendar: LegalCalendar, charter: Service.Charter = Service.start.charter) {
    self.calendar = calendar
    self.charter = charter
  }

  /// What follows from one message: see ``HouseholdRules``.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout Service.File?
  ) throws -> Decision {
    var context = DecisionContext<Service>(
      rules: self, household: household, today: today, file: file ?? Service.start.file)
    try context.receive(message)
    guard case .applied = context.decision.verdict else { return context.decision }
    try Service.conclude(&context)
    file = context.file
    return context.decision
  }
}
