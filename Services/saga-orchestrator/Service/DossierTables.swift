import Contracts
import LegalCalendar
import Messaging
public import PostgreSQL
public import SagaOrchestratorDomain
import Vocabulary

/// The tables in which saga-orchestrator keeps its dossiers.
enum DossierTables {
  /// - Parameter calendar: The calendar by which the delays of a dossier are counted.
  static func all(
    by calendar: @escaping @Sendable (Dossier) -> LegalCalendar
  ) -> HouseholdTables<Dossier> {
    HouseholdTables(
      .file(dossier),
      .list(
        step,
        values: { file in
          Track.allCases.compactMap { track in file.steps[track].map { Step(track, $0) } }
        }, add: { $0.steps[$1.track] = $1.awaited }),
      .list(
        period,
        values: { file in
          Circumstance.protections.compactMap { name in
            file.periods[name].map { Protection(name, $0) }
          }
        }, add: { $0.periods[$1.name] = $1.period }),
      .list(
        review,
        values: { file in
          ReviewReason.allCases.compactMap { reason in
            file.reviews[reason].map { Reviewed(reason, $0) }
          }
        }, add: { $0.reviews[$1.reason] = $1.review }),
      .list(
        fact, isAppendOnly: true,
        values: { file in
          file.facts.sorted { ($0.on, $0.what.rawValue) < ($1.on, $1.what.rawValue) }
        },
        add: { $0.facts.insert($1) }),
      .told(timeline) { $0.newLines }, .kept(revision) { $0.newRevisions },
      .settled(indicator, where: \.mustCount) { Counted.all(of: $0, by: calendar($0)) })
  }

  /// Why the others of text are not sealed: lines of the timeline are ours, and name nobody.
  static let plain: [String: [PlainText: [String]]] = [
    "dossier": [
      .word: [
        "contact_phase", "debt_phase", "housing_phase", "procedure_phase", "circumstances",
        "landlord", "closure",
      ], .place: ["commune", "commission"],
    ],
    "awaited_step": [.word: ["track", "trigger"], .law: ["rule", "rule_version"]],
    "protection_period": [.word: ["circumstance"]], "review": [.word: ["reason", "track"]],
    "timeline": [
      .word: ["kind", "trigger"], .sentence: ["text"], .law: ["article"],
      .identifier: ["message"],
    ],
    "revision": [.word: ["subject", "was", "becomes"]], "indicator_fact": [.word: ["what"]],
    "indicator": [.word: ["mark", "landlord", "motive"], .place: ["commission"]],
  ]

  private static let dossier = Table("dossier", from: Dossier(openedOn: Day(ordinal: 0))) {
    Column("version", \.version)
    Column(word: "contact_phase", \.situation.contact)
    Column(word: "debt_phase", \.situation.debt)
    Column(word: "housing_phase", \.situation.housing)
    Column(word: "procedure_phase", \.situation.procedure)
    Column("circumstances", \.situation.circumstances)
    Column("opened_on", \.openedOn)
    Column("commune", \.commune)
    Column("commission", \.commission)
    Column(word: "landlord", \.landlord)
    Column(
      ifPresent: \.closure, Closure.init(on:reason:), Field("closed_on", \.on),
      Field(word: "closure", \.reason))
    Column(\.days, days)
    Column("entries", \.entries)
  }

  private static let days = Table("", from: KnownDays()) {
    Column("notice_until", \.noticeUntil)
    Column("hearing_on", \.hearing)
    Column("judgment_on", \.judgment)
    Column("first_instalment_on", \.firstInstalment)
    Column("instalments", \.instalments)
    Column("judge_delays_until", \.judgeDelaysUntil)
    Column("quit_until", \.quitUntil)
    Column("jex_until", \.jexUntil)
    Column("admitted_on", \.admittedOn)
    Column("police_aid_until", \.policeAidUntil)
    Column("dalo_until", \.daloUntil)
    Column("truce_change_on", \.truceChange)
    Column("cleared_on", \.clearedOn)
    Column("evicted_on", \.evictedOn)
    Column("lease_on", \.lease)
    Column("notice_decided_by", \.noticeDecidedBy)
    Column("summons_on", \.summons)
    Column("decision_on", \.decision)
    Column("notified_on", \.notified)
    Column("suspension_until", \.suspensionUntil)
    Column("protocol_until", \.protocolUntil)
    Column("clause_until", \.clauseUntil)
  }

  private static let step = Table(
    "awaited_step", key: ["track"], Step.init, Field(word: "track", \.track),
    Field(
      \.awaited, AwaitedStep.init(trigger:due:rule:), Field(word: "trigger", \.trigger),
      Field("due", \.due),
      Field(
        \.rule, RuleVersion.init(rule:version:), Field("rule", \.rule),
        Field("rule_version", \.version))))

  private static let period = Table(
    "protection_period", key: ["circumstance"], Protection.init,
    Field(word: "circumstance", \.name),
    Field(
      \.period, Period.init(since:through:), Field("since", \.since), Field("through", \.through)))

  private static let review = Table(
    "review", key: ["reason"], Reviewed.init, Field(word: "reason", \.reason),
    Field(
      \.review, ReviewRequest.init(track:openedOn:closedOn:),
      Field(word: "track", \.track), Field("opened_on", \.openedOn),
      Field("closed_on", \.closedOn)))

  private static let fact = Table(
    "indicator_fact", key: ["what", "on_day"], { IndicatorFact($0, on: $1) },
    Field(word: "what", \.what), Field("on_day", \.on))

  private static let timeline = Table(
    "timeline", key: ["entry"],
    TimelineLine.init(entry:day:kind:trigger:text:article:isSecret:message:),
    Field("entry", \.entry), Field("day", \.day), Field(word: "kind", \.kind),
    Field(word: "trigger", \.trigger), Field("text", \.text), Field("article", \.article),
    Field("is_secret", \.isSecret), Field("message", \.message))

  private static let revision = Table(
    "revision", Revision.init(on:subject:was:becomes:because:), Field("revised_on", \.on),
    Field("subject", \.subject), Field("was", \.was), Field("becomes", \.becomes),
    Field(sealed: "because", \.because))

  private static let indicator = Table(
    "indicator", key: ["year", "mark"], Counted.init, Field("year", \.year),
    Field(word: "mark", \.mark), Field("value", \.value), Field("commission", \.commission),
    Field("landlord", \.landlord), Field("motive", \.motive))
}

/// The step that a track waits for.
private struct Step: Equatable {
  let track: Track
  let awaited: AwaitedStep

  @Sendable init(_ track: Track, _ awaited: AwaitedStep) {
    self.track = track
    self.awaited = awaited
  }
}

/// The last period of a protection.
private struct Protection: Equatable {
  let name: Circumstance
  let period: Period

  @Sendable init(_ name: Circumstance, _ period: Period) {
    self.name = name
    self.period = period
  }
}

/// A reason to look at a dossier.
private struct Reviewed: Equatable {
  let reason: ReviewReason
  let review: ReviewRequest

  @Sendable init(_ reason: ReviewReason, _ review: ReviewRequest) {
    self.reason = reason
    self.review = review
  }
}

/// What a dossier counts for in one year, with the segments of the report.
private struct Counted: Equatable {
  let year: Int
  let mark: Mark
  let value: Int
  let commission: String
  let landlord: String
  let motive: String

  static func all(of file: Dossier, by calendar: LegalCalendar) -> [Counted] {
    let motive = Indicators.motive(of: file.facts)
    return file.indicators(by: calendar).values.map { place, value in
      Counted(
        year: place.year, mark: place.mark, value: value, commission: file.commission,
        landlord: file.landlord?.rawValue ?? "inconnu", motive: motive)
    }
  }
}

extension Circumstances: ColumnValue {
  public static var columnType: ColumnType { .words }
  /// Their names, with spaces between.
  public var parameter: Parameter {
    .text(elements.map(\.rawValue).joined(separator: " "))
  }

  /// Those whose names the column holds.
  public static func read(
    _ column: String, of row: PostgreSQL.Row
  ) throws(PostgresError) -> Circumstances? {
    guard let names = try row.textIfPresent(column) else { return nil }
    var circumstances: [Circumstance] = []
    for name in names.split(separator: " ") {
      guard let circumstance = Circumstance(rawValue: String(name)) else {
        throw .unknownName(in: column)
      }
      circumstances.append(circumstance)
    }
    return Circumstances(circumstances)
  }
}
