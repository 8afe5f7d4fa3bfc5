import ArgumentParser
import Contracts
import OperatorReading
import Vocabulary

/// The armed deadlines of all services.
struct DeadlinesCommand: RecordedReading {
  /// How they are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, ics
  }

  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "The armed deadlines of all services, by their last day.",
    discussion: """
      As a table, as CSV, or as a calendar (iCalendar, RFC 5545) that any agenda can subscribe to. They
      name dossiers by their identifiers, and nobody by name. Deadlines that would tell of a surendettement file before it is
      recevable are left out unless --secret is given (C. consom. L721-3).
      """)
  @Option(help: "table, csv or ics.") var format = Format.table
  @Option(help: "The first last day, YYYY-MM-DD.") var from: String?
  @Option(help: "The last last day, YYYY-MM-DD.") var until: String?
  @Option(help: "Only this service.") var service: ServiceName?
  @Option(help: "Only this dossier: its identifier, or a partner's reference.") var dossier: String?
  @Flag(help: "With the deadlines that are secret.") var secret = false
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var reader: ReaderOptions
  static let name = "deadlines"
  /// A delay that still runs is missed by nobody because its dossier is closed.
  var archiveAccess: ArchiveAccess {
    dossier == nil ? .open("the agenda of all must show every delay that runs") : archive.access
  }

  func find(_ settings: OperatorSettings) async throws -> [ListedDeadline] {
    var filter = DeadlineFilter(
      from: try day(from, "--from"), until: try day(until, "--until"), service: service)
    let databases = try await ServiceDatabases.open(settings)
    if let dossier {
      let found = try await databases.households(named: dossier)
      guard let household = found.first, found.count == 1 else {
        throw OperatorError("--dossier names \(found.count) dossiers: give the identifier of one")
      }
      filter.household = household
    }
    let deadlines = try await databases.deadlines(filter).filter { secret || !$0.isSecret }
    await databases.close()
    return deadlines
  }

  func subject(of deadlines: [ListedDeadline]) -> ReadingSubject {
    .list(
      deadlines.map(\.household), secret ? "les échéances, secrètes comprises" : "les échéances")
  }

  func show(_ deadlines: [ListedDeadline]) {
    switch format {
    case .table: print(DeadlineList(deadlines).table, terminator: "")
    case .csv: print(DeadlineList(deadlines).csv, terminator: "")
    case .ics: print(ICalendar.text(of: deadlines, stamp: CalendarClock.stamp()), terminator: "")
    }
  }

  private func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw ValidationError("\(option) wants YYYY-MM-DD") }
    return day
  }
}
