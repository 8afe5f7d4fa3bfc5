import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

@testable import amontctl

// What the records of a scenario need of the services' tables.

extension ServiceDatabases {
  /// Every deadline that some service has armed, with the day on which it fires.
  func armedDeadlines() async throws -> [(dossier: HouseholdID, armed: Record.Armed, fires: Day)] {
    try await withThrowingTaskGroup { group in
      for service in ServiceName.allCases {
        group.addTask { try await armedDeadlines(of: service) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func armedDeadlines(of service: ServiceName) async throws -> [(
    dossier: HouseholdID, armed: Record.Armed, fires: Day
  )] {
    try await query(
      service,
      """
      SELECT household, kind, rule, origin, raw, due, fires_on, article, reason FROM deadline
      """
    ).map { row in
      (
        try row.uuid("household"),
        Record.Armed(
          service: service, kind: try row.text("kind"), rule: try row.text("rule"),
          origin: try row.day("origin"), raw: try row.day("raw"), due: try row.day("due"),
          article: try row.text("article"), reason: try row.text("reason")),
        try row.day("fires_on")
      )
    }
  }

  /// Where the saga stands with a dossier.
  func standing(of dossier: HouseholdID) async throws -> Record.Standing {
    var standing = Record.Standing()
    for row in try await query(
      .sagaOrchestrator, "SELECT * FROM dossier WHERE household = \(dossier)")
    {
      standing.commission = try row.text("commission")
      standing.closure = try row.textIfPresent("closure")
      standing.closedOn = try row.dayIfPresent("closed_on")
      for track in ["contact", "debt", "housing", "procedure"] {
        standing.phases[track] = try row.text(track + "_phase")
      }
      for name in [
        "opened_on", "notice_until", "hearing_on", "judgment_on", "first_instalment_on",
        "judge_delays_until", "quit_until", "jex_until", "police_aid_until", "dalo_until",
        "cleared_on", "evicted_on",
      ] {
        standing.days[name] = try row.dayIfPresent(name)
      }
    }
    for row in try await query(
      .debtSettlement, "SELECT debt, claim_on FROM dossier WHERE household = \(dossier)")
    {
      standing.debt = try row.centsIfPresent("debt")
      standing.debtOn = try row.dayIfPresent("claim_on")
    }
    standing.lines = try await lines(of: dossier)
    for row in try await query(
      .sagaOrchestrator,
      "SELECT circumstance, since, through FROM protection_period WHERE household = \(dossier)")
    {
      standing.protections[try row.text("circumstance")] = (
        try row.day("since"), try row.dayIfPresent("through")
      )
    }
    for row in try await query(
      .sagaOrchestrator, "SELECT reason FROM review WHERE household = \(dossier)")
    {
      standing.reviews.insert(try row.text("reason"))
    }
    standing.revisions = try await query(
      .sagaOrchestrator,
      "SELECT subject, was, becomes FROM revision WHERE household = \(dossier) ORDER BY entry"
    ).map {
      try $0.text("subject") + " : " + (try $0.textIfPresent("was") ?? "—") + " → "
        + (try $0.textIfPresent("becomes") ?? "—")
    }
    return standing
  }

  private func lines(of dossier: HouseholdID) async throws -> [Record.Line] {
    try await query(
      .sagaOrchestrator,
      """
      SELECT day, kind, trigger, text, article, is_secret FROM timeline
      WHERE household = \(dossier) ORDER BY entry
      """
    ).map { row in
      Record.Line(
        day: try row.day("day"), kind: try row.text("kind"),
        trigger: try row.textIfPresent("trigger"), text: try row.text("text"),
        article: try row.textIfPresent("article"), isSecret: try row.bool("is_secret"))
    }
  }

  /// What intake answered to each of those events, in their order.
  func answers(to events: [String]) async throws -> [String] {
    var codes: [String: String] = [:]
    for row in try await query(
      .intake, "SELECT event_id, code FROM reception WHERE event_id = ANY(\(events)::text[])")
    {
      codes[try row.text("event_id")] = try row.text("code")
    }
    return events.map { codes[$0] ?? "sans réponse" }
  }

  /// Messages that one service sent and another never received: identifier, type and body.
  func untaken() async throws -> [String] {
    var lost: [String] = []
    for receiver in ServiceName.allCases {
      let received = Set(
        try await query(receiver, "SELECT source, id FROM inbox").map {
          try $0.text("source") + " " + $0.text("id")
        })
      for sender in ServiceName.allCases {
        lost += try await opened(
          sender,
          """
          SELECT message_id, type, recalled, body FROM outbox
          WHERE exchange = \(ExchangeName.services) AND routing_key = \(receiver.rawValue)
          """
        ).filter { !received.contains(sender.source + " " + (try $0.text("message_id"))) }.map {
          "\(sender.rawValue) → \(receiver.rawValue): \(try $0.text("message_id"))"
            + " \(try $0.text("type")) recalled=\(try $0.bool("recalled")) \(try $0.of("outbox").text("body"))"
        }
      }
    }
    return lost
  }

  /// What every service has put aside for an operator, with the dossier.
  func quarantined() async throws -> [(dossier: HouseholdID?, what: String)] {
    var found: [(dossier: HouseholdID?, what: String)] = []
    for service in ServiceName.allCases {
      found += try await query(
        service, "SELECT household, source, type, reason FROM quarantine ORDER BY id"
      ).map {
        (
          try $0.uuidIfPresent("household"),
          "\(service.rawValue): \(try $0.text("type")) of \(try $0.text("source")),"
            + " \(try $0.text("reason"))"
        )
      }
    }
    return found
  }
}
