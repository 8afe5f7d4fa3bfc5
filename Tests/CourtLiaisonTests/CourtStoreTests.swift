import Casework
import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Messaging
import PostgreSQL
import Testing
import Vocabulary

@testable import court_liaison

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files of court-liaison on a real server: what is written is read again, word for word.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct CourtStoreTests {
  private static let household = HouseholdID(high: 7, low: 11)

  /// Every kind of act, each with all that it may say.
  private static func contents() throws -> [ActContent] {
    let day = try #require(Day("2025-06-02"))
    let place = LieuAudience(
      tribunal: "Tribunal judiciaire de Bobigny", chambre: "1", adresse: "173 avenue",
      heure: "09:30")
    let summons = Summons(
      notifiedOn: day, hearing: day, isForDebt: true, mode: .recherches, filedOn: day,
      place: place)
    let ruling = Ruling(
      sens: .delaisSurendettement, instalments: 24, first: day, end: day,
      instalment: Cents(9_000), quitDelay: .months(1, andDays: 15), resumesOn: day,
      findings: Set(Ruling.Finding.allCases))
    return [
      .summons(summons),
      .hearing(isTenantPresent: true, rulingOn: day, isRentResumed: false, at: place),
      .postponement(to: day, at: LieuAudience(tribunal: place.tribunal)), .ruling(ruling),
      .notification(isSummary: true),
      .appeal(.infirmePartiellement, isEvictionReversed: true), .quitOrder(prefectSeizedOn: day),
      .jexRuling(until: day, basis: .durete), .surendettementStay(until: day),
      .protocole(until: day), .policeAidRequest, .policeAidSilence,
      .policeAidDecision(isGranted: false, from: day, reason: .dignite),
      .eviction(withPoliceAid: false, hasFurniture: true), .departure(withKeys: true),
      .compensationClaim(Cents(1)), .compensationDecision(isGranted: true, amount: Cents(2)),
      .compensationSilence,
    ]
      + Motif.allCases.map {
        .summons(
          Summons(notifiedOn: day, hearing: day, isForDebt: $0 == .impaye, motive: $0))
      }
      + TribunalDecision.Sens.allCases.map { .ruling(Ruling(sens: $0)) }
      + TribunalAppel.Etape.allCases.map { .appeal($0, isEvictionReversed: nil) }
      + ExecutionCFPDecision.Motif.allCases.map {
        .policeAidDecision(isGranted: false, from: nil, reason: $0)
      }
  }

  private static func file() throws -> CourtFile {
    let start = try #require(Day("2023-01-02"))
    var acts: [Act] = []
    for (place, content) in try contents().enumerated() {
      let standing = Act.Standing.allCases[place % Act.Standing.allCases.count]
      acts.append(
        Act(
          date: start.adding(days: place), receivedOn: start, sender: "etude-a",
          content: content, standing: standing, told: Set(Irregularity.allCases.prefix(place))))
    }
    var stages = PostMortem.Stages()
    stages.noticeOn = start
    stages.informedOn = start
    stages.reviewAskedOn = start
    var file = CourtFile()
    file.landlord = .personnePhysique
    file.huissier = "etude-a"
    file.bailleur = "bailleur-x"
    file.noticeServedOn = start
    file.leaseOn = start
    file.noticeDelay = .sixSemaines
    file.monthly = Cents(68_000)
    file.hasGuardian = true
    file.seizedOn = start
    file.acts = acts
    file.steps = Order.allCases.sorted { $0.rawValue < $1.rawValue }.map {
      CourtStep(order: $0, day: start)
    }
    file.liabilities = [
      Liability(
        refusedOn: start, cause: .silence, regime: .caseLaw, startsOn: start,
        endsOn: start.adding(days: 9), ending: .use),
      Liability(
        refusedOn: start, cause: .explicit, regime: .decree, startsOn: start,
        suspended: [start...start.adding(days: 3), start.adding(days: 5)...start.adding(days: 6)]),
    ]
    file.unusedGrantOn = start
    file.postMortems = [
      PostMortem(
        recordedOn: start, evictedOn: start, reason: "parce que.", stages: stages,
        isTenantHeard: false)
    ]
    file.closedOn = start
    return file
  }

  @Test func everyKindOfActStandsInTheFile() throws {
    let kinds = Set(try Self.contents().map(\.kind))
    #expect(kinds == Set(ActKind.allCases))
  }

  @Test func aFileIsReadAsItWasWritten() async throws {
    let file = try Self.file()
    try await lent { connection, court in
      func save(_ old: CourtFile?, _ new: CourtFile?) async throws {
        let change = FileChange(of: Self.household, from: old, to: new)
        _ = try await connection.pipeline(court.tables.writes([change]))
        let rows = try await connection.pipeline(court.tables.select([Self.household]))
        let files = try court.tables.files(from: rows)
        #expect(files[Self.household] == new)
      }
      for old in [nil, file] { try await save(old, file) }
      var changed = file
      changed.liabilities = []
      changed.acts[0].told = []
      try await save(file, changed)
      try await save(changed, nil)
    }
  }

  /// Lends the tables of the service on a schema of its own, and drops them afterwards.
  private func lent(
    _ body: (PostgresConnection, CourtLiaison) async throws -> Void
  ) async throws {
    func variable(_ name: String, _ fallback: String) -> String {
      getenv(name).map { String(cString: $0) } ?? fallback
    }
    let schema = "court_test_\(getpid())"
    let connection = try await PostgresConnection.connect(
      PostgresConfiguration(
        host: variable("AMONT_TEST_PG_HOST", "127.0.0.1"),
        port: Int(variable("AMONT_TEST_PG_PORT", "5432")) ?? 5432,
        database: variable("AMONT_TEST_PG_DATABASE", "postgres"),
        user: variable("AMONT_TEST_PG_USER", "postgres"),
        password: variable("AMONT_TEST_PG_PASSWORD", ""), applicationName: "amont tests",
        statementTimeoutMilliseconds: 30_000))
    let drop = "DROP SCHEMA IF EXISTS \(schema) CASCADE"
    do {
      try await connection.run(
        script: "\(drop); CREATE SCHEMA \(schema); SET search_path TO \(schema);"
          + [
            PackageResources.M001_court_liaison_sql, PackageResources.M002_procedure_sql,
            PackageResources.M003_hearings_sql, PackageResources.M004_outcomes_sql,
            PackageResources.M005_occupation_sql, PackageResources.M006_regime_sql,
            PackageResources.M007_told_sql,
          ].map { String(decoding: $0, as: UTF8.self) }.joined())
      try await body(
        connection, CourtLiaison(rules: ByVersion(always: CourtRules(calendar: .metropole))))
    } catch {
      await connection.rollback()
      try? await connection.run(script: drop)
      await connection.close()
      throw error
    }
    try await connection.run(script: drop)
    await connection.close()
  }
}
