import Contracts
import OperatorReading
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// A deadline that a service has armed for a household, with what explains it.
struct ListedDeadline: Sendable, Hashable {
  let service: ServiceName
  let household: HouseholdID
  /// The name under which the service armed it.
  let kind: String
  /// The day on which the service acts.
  let firesOn: Day
  let deadline: Deadline

  /// What it is about, where nothing is known of the dossier.
  var title: String {
    service == .sagaOrchestrator
      ? ArmedTrigger(kind: kind, in: Situation())?.title ?? kind
      : DeadlineMeaning.of(service, kind)?.what ?? kind
  }

  /// Whether creditors and their huissier may never hear of it (C. consom. L721-3).
  var isSecret: Bool { DeadlineMeaning.of(service, kind)?.isSecret ?? false }
}

extension ListedDeadline {
  init(_ row: PostgreSQL.Row, of service: ServiceName) throws {
    self.init(
      service: service, household: try row.uuid("household"), kind: try row.text("kind"),
      firesOn: try row.day("fires_on"),
      deadline: Deadline(
        origin: try row.day("origin"), rule: try row.text("rule"),
        article: try row.text("article"), delay: try row.text("delay"), raw: try row.day("raw"),
        due: try row.day("due"), reason: try row.text("reason")))
  }
}

/// Which armed deadlines are asked for.
struct DeadlineFilter: Sendable {
  /// The last days wanted, both included; `nil` where there is no bound.
  var from: Day?, until: Day?
  /// The service; `nil` for all.
  var service: ServiceName?
  /// The household; `nil` for all.
  var household: HouseholdID?

  /// The most that one answer holds of one service.
  static let limit = 200_000
}

extension ServiceDatabases {
  /// The armed deadlines of the services, by their last day.
  ///
  /// - Throws: `PostgresError` when a database cannot be read; `OperatorError` for more of them
  ///   than one answer holds.
  func deadlines(_ filter: DeadlineFilter) async throws -> [ListedDeadline] {
    var found: [ListedDeadline] = []
    for service in ServiceName.allCases where filter.service ?? service == service {
      let rows = try await query(
        service,
        """
        SELECT household, kind, fires_on, origin, raw, due, rule, article, delay, reason
        FROM deadline
        WHERE (\(filter.from)::date IS NULL OR due >= \(filter.from)::date)
          AND (\(filter.until)::date IS NULL OR due <= \(filter.until)::date)
          AND (\(filter.household)::uuid IS NULL OR household = \(filter.household)::uuid)
        LIMIT \(DeadlineFilter.limit + 1)
        """)
      guard rows.count <= DeadlineFilter.limit else {
        throw OperatorError(
          "more than \(DeadlineFilter.limit) deadlines: narrow them with --from, --until, --service"
        )
      }
      found += try rows.map { try ListedDeadline($0, of: service) }
    }
    return found.sorted {
      ($0.deadline.due, $0.household, $0.service.rawValue, $0.kind)
        < ($1.deadline.due, $1.household, $1.service.rawValue, $1.kind)
    }
  }
}
