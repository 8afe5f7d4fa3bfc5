public import Casework
public import Charte
public import Contracts
public import LegalCalendar
public import Messaging
public import Vocabulary

/// A household service to the runtime: what decides, and the tables of its files.
public protocol CaseworkParticipant: HouseholdParticipant where Rules.File == File {
  /// What decides.
  associatedtype Rules: HouseholdRules

  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  var rules: ByVersion<Rules> { get }

  /// The service, with what decides.
  init(rules: ByVersion<Rules>)
}

extension CaseworkParticipant {
  /// That of its rules.
  public var service: ServiceName { Rules.service }

  /// What follows from one message, by the version of the Charte under which the dossier was
  /// opened.
  public func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout Rules.File?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }
}

/// Rules that the Charte of the département completes.
public protocol ChartedRules: HouseholdRules {
  /// Rules of a département, under a version of its Charte; `nil` stands for the defaults.
  init(calendar: LegalCalendar, version: CharteVersion?)
}

/// What a service takes from a version of the Charte.
public protocol CharterOfService {
  /// What that version fixes for the service.
  init(_ version: CharteVersion)
}

extension CaseworkRules: ChartedRules where Service.Charter: CharterOfService {
  /// Rules of a département, under a version of its Charte; `nil` stands for the defaults.
  public init(calendar: LegalCalendar, version: CharteVersion?) {
    self.init(
      calendar: calendar, charter: version.map(Service.Charter.init) ?? Service.start.charter)
  }
}
