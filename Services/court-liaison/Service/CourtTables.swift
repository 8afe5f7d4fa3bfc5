import Contracts
import CourtLiaisonDomain
import Messaging
import PostgreSQL
import Vocabulary

/// The tables in which court-liaison keeps its files.
enum CourtTables {
  static let all = HouseholdTables<CourtFile>(
    .file(file),
    .list(act, \.acts, place: "entry"),
    .following(hearing) { $0.hearings }, .list(step, \.steps),
    .list(payment, \.payments),
    .list(liability, \.liabilities, place: "entry"),
    .list(postMortem, \.postMortems, place: "entry", isAppendOnly: true))

  /// Why their columns of text are not sealed: no act names its household.
  static let plain: [String: [PlainText: [String]]] = [
    "court_file": [
      .word: ["landlord", "notice_delay", "lease_kind"], .account: ["huissier", "bailleur"],
      .sentence: ["court_told"],
    ],
    "occupation_payment": [.word: ["nature"]],
    "act": [
      .word: ["kind", "standing", "outcome", "irregularities", "reason", "findings", "lease_kind"],
      .account: ["sender"],
      .place: ["place_court", "place_chamber", "place_address", "place_hour"],
    ],
    "hearing": [.word: ["state"]], "court_step": [.word: ["step"]],
    "post_mortem": [.sentence: ["reason"], .word: ["tenant_heard"]],
    "liability": [.word: ["cause", "regime", "ending", "suspended"]],
  ]

  private static let file = Table("court_file", from: CourtFile()) {
    Column(word: "landlord", \.landlord)
    Column("huissier", \.huissier)
    Column("bailleur", \.bailleur)
    Column("notice_on", \.noticeServedOn)
    Column("lease_on", \.leaseOn)
    Column(word: "notice_delay", \.noticeDelay)
    Column(word: "lease_kind", \.lease)
    Column("monthly_cents", \.monthly)
    Column("has_guardian", \.hasGuardian)
    Column("seized_on", \.seizedOn)
    Column("closed_on", \.closedOn)
    Column("unused_grant_on", \.unusedGrantOn)
    Column("court_told", \.courtTold)
  }

  private static let act = Table(
    "act", act(on:receivedOn:sender:said:standing:told:), Field("act_on", \.date),
    Field("received_on", \.receivedOn), Field("sender", \.sender), said,
    Field(word: "standing", \.standing), Field("irregularities", \.told.column))

  /// Eighteen fields say their types: a compiler that must find them all at once gives up.
  private typealias Part<Value: Sendable> = Field<ActColumns, Value>
  private static let said = Field<Act, ActColumns>(
    \.content.columns,
    ActColumns.init(
      kind:outcome:prefectToldOn:hearingOn:rulingExpectedOn:instalments:firstInstalmentOn:
      delaysEndOn:filedOn:effectiveOn:reason:amount:findings:place:quitMonths:quitDays:lease:
      isTenantProtected:),
    Part<ActKind>(word: "kind", \.kind),
    Part<String?>("outcome", \.outcome), Part<Day?>("prefect_told_on", \.prefectToldOn),
    Part<Day?>("hearing_on", \.hearingOn), Part<Day?>("ruling_expected_on", \.rulingExpectedOn),
    Part<Int?>("instalments", \.instalments),
    Part<Day?>("first_instalment_on", \.firstInstalmentOn),
    Part<Day?>("delays_end_on", \.delaysEndOn), Part<Day?>("filed_on", \.filedOn),
    Part<Day?>("effective_on", \.effectiveOn), Part<String?>("reason", \.reason),
    Part<Cents?>("amount", \.amount), Part<String>("findings", \.findings),
    Part<LieuAudience?>(
      ifPresent: \.place, LieuAudience.init(tribunal:chambre:adresse:heure:),
      Field("place_court", \.tribunal), Field("place_chamber", \.chambre),
      Field("place_address", \.adresse), Field("place_hour", \.heure)),
    Part<Int?>("quit_months", \.quitMonths), Part<Int?>("quit_days", \.quitDays),
    Part<TypeDeBail?>(word: "lease_kind", \.lease),
    Part<Bool?>("tenant_protected", \.isTenantProtected))

  @Sendable private static func act(
    on day: Day, receivedOn received: Day, sender: String, said: ActColumns,
    standing: Act.Standing, told: String
  ) throws -> Act {
    Act(
      date: day, receivedOn: received, sender: sender, content: try ActContent(said),
      standing: standing, told: try words(told, "irregularities"))
  }

  /// Hearings follow from the acts; the index of those to come is for those who query it.
  private static let hearing = Table(
    "hearing", key: ["hearing_on"], { (day: Day, _: String) in Hearing(day: day, state: .fixed) },
    Field("hearing_on", \.day), Field("state", \.state.column))

  private static let step = Table(
    "court_step", key: ["step"], CourtStep.init(order:day:), Field(word: "step", \.order),
    Field("step_on", \.day))

  private static let payment = Table(
    "occupation_payment", key: ["term", "paid_on", "amount", "nature"],
    ApurementLoyer.init(date:terme:montant:nature:), Field("paid_on", \.date),
    Field("term", \.terme), Field("amount", \.montant), Field(word: "nature", \.nature))

  private static let liability = Table(
    "liability", liability, Field("refused_on", \.refusedOn), Field(word: "cause", \.cause),
    Field(word: "regime", \.regime), Field("starts_on", \.startsOn), Field("ends_on", \.endsOn),
    Field(word: "ending", \.ending), Field("suspended", \.suspendedDays))

  @Sendable private static func liability(
    refusedOn: Day, cause: Liability.Cause, regime: Liability.Regime, startsOn: Day, endsOn: Day?,
    ending: Liability.Ending?, suspended: String
  ) throws -> Liability {
    Liability(
      refusedOn: refusedOn, cause: cause, regime: regime, startsOn: startsOn, endsOn: endsOn,
      ending: ending, suspended: try Liability.periods(suspended))
  }

  private static let postMortem = Table(
    "post_mortem", PostMortem.init(recordedOn:evictedOn:reason:stages:heard:),
    Field("recorded_on", \.recordedOn), Field("evicted_on", \.evictedOn),
    Field("reason", \.reason),
    Field(\.stages, stages), Field("tenant_heard", \.heard))

  private static let stages = Table("", from: PostMortem.Stages()) {
    Column("notice_on", \.noticeOn)
    Column("seized_on", \.seizedOn)
    Column("summoned_on", \.summonedOn)
    Column("informed_on", \.informedOn)
    Column("court_told_on", \.courtToldOn)
    Column("ruled_on", \.ruledOn)
    Column("quit_order_on", \.quitOrderOn)
    Column("time_asked_on", \.timeAskedOn)
    Column("police_aid_requested_on", \.policeAidRequestedOn)
    Column("police_aid_on", \.policeAidOn)
    Column("dalo_told_on", \.daloToldOn)
    Column("review_asked_on", \.reviewAskedOn)
  }
}

extension Hearing.State {
  fileprivate var column: String {
    switch self {
    case .fixed: "fixed"
    case .postponed: "postponed"
    case .held(let isPresent): isPresent ? "tenant-present" : "tenant-absent"
    }
  }
}

extension Liability {
  /// The days that do not count: `2024-01-01/2024-03-31`, parted by commas.
  fileprivate var suspendedDays: String {
    suspended.map { "\($0.lowerBound)/\($0.upperBound)" }.joined(separator: ",")
  }

  fileprivate static func periods(_ text: String) throws(PostgresError) -> [ClosedRange<Day>] {
    var periods: [ClosedRange<Day>] = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "/").compactMap { Day($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { throw .unknownName(in: "suspended") }
      periods.append(ends[0]...ends[1])
    }
    return periods
  }
}

extension PostMortem {
  fileprivate var heard: String? { isTenantHeard.map { $0 ? "present" : "absent" } }

  fileprivate init(
    recordedOn: Day, evictedOn: Day?, reason: String, stages: Stages, heard: String?
  ) {
    self.init(
      recordedOn: recordedOn, evictedOn: evictedOn, reason: reason, stages: stages,
      isTenantHeard: heard.map { $0 == "present" })
  }
}
