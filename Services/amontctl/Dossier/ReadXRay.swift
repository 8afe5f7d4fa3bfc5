import Contracts
import OperatorReading
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

extension ServiceDatabases {
  /// Everything that is known of a household; `nil` where the saga has no such dossier.
  ///
  /// - Throws: `PostgresError` when a database cannot be read; `OperatorError` for a dossier that a
  ///   newer release wrote.
  func xray(
    of household: HouseholdID, keptBy delays: RetentionDelays = .standard
  ) async throws -> XRay? {
    guard let row = try await dossierRow(household) else { return nil }
    guard let situation = try Situation(row) else {
      throw OperatorError("this dossier was written by a newer release: upgrade amontctl")
    }
    let version = try row.int("version")
    let tables = ProcedureTables.version(version)
    let armed = try await deadlines(DeadlineFilter(household: household))
    return XRay(
      household: household.description, version: version,
      openedOn: try row.text("opened_on"), commission: try row.text("commission"),
      commune: try row.textIfPresent("commune"), landlord: try row.textIfPresent("landlord"),
      closedOn: try row.textIfPresent("closed_on"),
      closure: try row.textIfPresent("closure").map {
        Closure.Reason(rawValue: $0)?.frenchName ?? $0
      },
      retention: try row.dayIfPresent("closed_on").flatMap {
        Retention(closedOn: $0, by: delays)
      },
      phases: Track.allCases.map {
        XRay.Phase(
          track: $0.frenchName, phase: situation.phaseName($0), title: situation.phaseTitle($0))
      },
      awaited: armed.map { XRay.Expectation($0, in: situation, by: tables) },
      protections: try await protections(of: household, row, situation, armed),
      reviews: try await reviews(of: household), revisions: try await revisions(of: household),
      timeline: try await timeline(of: household))
  }

  private func dossierRow(_ household: HouseholdID) async throws -> PostgreSQL.Row? {
    try await query(
      .sagaOrchestrator,
      """
      SELECT version, contact_phase, debt_phase, housing_phase, procedure_phase,
        array_to_string(circumstances, ' ') AS circumstances, opened_on, commune, commission,
        landlord, closed_on, closure, judge_delays_until, quit_until, jex_until, dalo_until,
        suspension_until, protocol_until, clause_until,
        (first_instalment_on + make_interval(months => instalments - 1))::date AS schedule_until
      FROM dossier WHERE household = \(household)
      """
    ).first
  }

  private func protections(
    of household: HouseholdID, _ dossier: PostgreSQL.Row, _ situation: Situation,
    _ armed: [ListedDeadline]
  ) async throws -> [XRay.Protection] {
    guard !situation.isClosed else { return [] }
    let rows = try await query(
      .sagaOrchestrator,
      """
      SELECT circumstance, greatest(since, opened_on) AS since
      FROM protection_period JOIN dossier USING (household)
      WHERE household = \(household) AND through IS NULL ORDER BY since, circumstance
      """)
    let truce = armed.first { $0.kind == "protection.treve" }?.deadline.due.description
    return try rows.compactMap { row in
      let name = try row.text("circumstance")
      guard let held = Circumstance(rawValue: name), situation.circumstances.contains(held)
      else { return nil }
      return XRay.Protection(
        name: held.frenchName, since: try row.text("since"),
        until: try end(of: held, dossier, truce), article: held.basis.citation)
    }
  }

  /// Until when a protection holds, in French; `nil` where no day is known.
  private func end(
    of protection: Circumstance, _ dossier: PostgreSQL.Row, _ truce: String?
  ) throws -> String? {
    func until(_ column: String) throws -> String? {
      try dossier.textIfPresent(column).map { "jusqu'au \($0)" }
    }
    switch protection {
    case .winterTruce: return truce.map { "jusqu'au \($0)" } ?? "jusqu'à la fin de la trêve"
    case .judgeDelaysInForce: return try until("judge_delays_until")
    case .quitPeriodNotRun:
      return try until("quit_until") ?? "tant que les deux mois d'un CQL ne sont pas passés"
    case .jexDelaysInForce: return try until("jex_until")
    case .scheduleInForce:
      return try until("schedule_until").map { $0 + " s'il est tenu" } ?? "tant qu'il est tenu"
    case .planInForce: return "tant qu'il est tenu"
    case .executionStayed: return "jusqu'à la fin de l'instance qui suspend l'exécution"
    case .surendettementSuspension: return try until("suspension_until")
    case .protocolInForce: return try until("protocol_until").map { $0 + " s'il est tenu" }
    case .clauseSuspended: return try until("clause_until")
    case .daloPriorityWithoutOffer:
      let due = try dossier.textIfPresent("dalo_until").map { ", due au plus tard le \($0)" } ?? ""
      return "jusqu'au relogement ou à la décision du préfet, offre" + due
    case .quitOrderNotified, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
      .surendettementAdmitted, .accommodationOffered, .settlementUnderWay, .rehousingUnderWay,
      .otherMotive, .arrearsKnown, .quitDelayWaived, .transferRequested, .sessionFailed,
      .sessionsFailed, .truceSetAside, .noticeFrozen, .timeAsked, .evicted,
      .restitutionDue, .appealPending, .dahoPriority, .rightOpen, .informationOnly:
      return nil
    }
  }

  private func reviews(of household: HouseholdID) async throws -> [XRay.Review] {
    try await query(
      .sagaOrchestrator,
      """
      SELECT reason, opened_on FROM review WHERE household = \(household) AND closed_on IS NULL
      ORDER BY opened_on, reason
      """
    ).map { row in
      let reason = try row.text("reason")
      return XRay.Review(
        reason: ReviewReason(rawValue: reason)?.frenchName ?? reason,
        openedOn: try row.text("opened_on"))
    }
  }

  private func revisions(of household: HouseholdID) async throws -> [XRay.Revision] {
    try await opened(
      .sagaOrchestrator,
      """
      SELECT household, revised_on, subject, was, becomes, because FROM revision
      WHERE household = \(household) ORDER BY entry
      """
    ).map {
      XRay.Revision(
        on: try $0.text("revised_on"), subject: try $0.text("subject"),
        was: try $0.textIfPresent("was"), becomes: try $0.textIfPresent("becomes"),
        because: $0.of("revision").isErased("because")
          ? "effacé" : try $0.of("revision").text("because"))
    }
  }

  private func timeline(of household: HouseholdID) async throws -> [XRay.Line] {
    try await query(
      .sagaOrchestrator,
      """
      SELECT day, kind, text, article, is_secret FROM timeline
      WHERE household = \(household) ORDER BY entry
      """
    ).map {
      XRay.Line(
        day: try $0.text("day"), kind: try $0.text("kind"), text: try $0.text("text"),
        article: try $0.textIfPresent("article"), isSecret: try $0.bool("is_secret"))
    }
  }
}

extension Situation {
  /// Where a dossier stands, from its row; `nil` for a name of a newer release.
  fileprivate init?(_ row: PostgreSQL.Row) throws {
    self.init(
      contact: try row.text("contact_phase"), debt: try row.text("debt_phase"),
      housing: try row.text("housing_phase"), procedure: try row.text("procedure_phase"),
      circumstances: try row.text("circumstances").split(separator: " ").map(String.init))
  }
}
