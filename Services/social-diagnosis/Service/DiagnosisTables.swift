import Contracts
import Messaging
import PostgreSQL
import SocialDiagnosisDomain
import Vocabulary

/// The tables in which social-diagnosis keeps its files.
enum DiagnosisTables {
  static let all = HouseholdTables<DiagnosisFile>(
    .file(dossier), .list(tenant, \.tenants, place: "rank"), .list(attempt, \.attempts),
    .list(hearing, \.hearings), .optional(diagnosis, \.diagnosis))

  /// Why the others of text are not sealed.
  static let plain: [String: [PlainText: [String]]] = [
    "dossier": [
      .place: ["insee"], .word: ["contact", "dsf"], .account: ["bailleur", "huissier"],
    ],
    "attempt": [.word: ["channel", "result"]],
    "hearing": [.place: ["place_court", "place_chamber", "place_address", "place_hour"]],
    "diagnosis": [.word: ["origin", "conclusion", "measure", "decided"], .law: ["formula"]],
  ]

  private static let dossier = Table("dossier", from: DiagnosisFile()) {
    Column(
      ifPresent: \.dwelling, Dwelling.init(insee:voie:complement:), Field("insee", \.insee),
      Field(sealed: "voie", \.voie), Field(sealed: "complement", \.complement))
    Column(word: "contact", \.contact.stage)
    Column("contact_since", \.contact.since)
    Column("contact_due", \.contact.due)
    Column("proposed_on", \.contact.proposedOn)
    Column("reminders", \.contact.reminders)
    Column(word: "dsf", \.dsf.stage)
    Column("dsf_since", \.dsf.since)
    Column("requested_on", \.dsf.requestedOn)
    Column("hearing", \.dsf.hearing)
    Column("dsf_content", \.dsf.sentContent)
    Column("dsf_is_late", \.dsf.isLate)
    Column("has_guardian", \.hasGuardian)
    Column("is_violence_known", \.isViolenceKnown)
    Column("bailleur", \.bailleur)
    Column("huissier", \.huissier)
  }

  private static let tenant = Table(
    "tenant", Person.init(nom:prenom:naissance:), Field(sealed: "nom", \.nom),
    Field(sealed: "prenom", \.prenom), Field(sealed: "naissance", \.naissance))

  private static let attempt = Table(
    "attempt", key: ["made_on", "channel", "result"], ContactAttempt.init(on:channel:result:),
    Field("made_on", \.on), Field(word: "channel", \.channel), Field(word: "result", \.result))

  private static let hearing = Table(
    "hearing", key: ["hearing_on"], KnownHearing.init(on:place:isHeld:), Field("hearing_on", \.on),
    Field(
      ifPresent: \.place, LieuAudience.init(tribunal:chambre:adresse:heure:),
      Field("place_court", \.tribunal), Field("place_chamber", \.chambre),
      Field("place_address", \.adresse), Field("place_hour", \.heure)),
    Field("is_held", \.isHeld))

  private static let diagnosis = Table(
    "diagnosis", AssessedDiagnosis.init(origin:content:capacity:),
    Field(word: "origin", \.origin), Field(\.content, diagnostic, amounts, decided, whole),
    Field(
      \.capacity, capacity, Field(word: "conclusion", \.conclusion),
      Field(word: "measure", \.measure), Field("formula", \.appliedFormula),
      Field("unit_tenths", \.consumptionUnitTenths), Field("effort", \.effort),
      Field("left_per_unit", \.leftPerUnit), Field("repayment", \.repayment)))

  /// The whole content is kept as JSON, for its headings; its amounts stand beside it, for queries.
  private static let whole = Field(sealed: "content", \Diagnostic.json)
  private static let decided = Field(word: "decided", \Diagnostic.conclusion)
  /// Twelve fields say their types: a compiler that must find them all at once gives up.
  private typealias Part<Value: Sendable> = Field<Diagnostic, Value>
  private static let amounts = Part<Diagnostic>(
    \.amounts,
    Diagnostic.init(
      date:ressources:aide:loyer:charges:charges_fixes:dette:autres_dettes:adultes:enfants:
      loyer_repris:souhaite_rester:), Part<Day>("made_on", \.date),
    Part<Cents?>("resources", \.ressources), Part<Cents>("aid", \.aide),
    Part<Cents>("rent", \.loyer), Part<Cents>("charges", \.charges),
    Part<Cents>("fixed_charges", \.charges_fixes), Part<Cents>("debt", \.dette),
    Part<Cents>("other_debts", \.autres_dettes), Part<Int>("adults", \.adultes),
    Part<Int>("children", \.enfants), Part<Bool>("rent_resumed", \.loyer_repris),
    Part<Bool>("wishes_to_stay", \.souhaite_rester))

  /// Rows from before the whole content was kept hold its amounts only.
  @Sendable private static func diagnostic(
    amounts: Diagnostic, decided: Diagnostic.Conclusion?, whole: String?
  ) throws -> Diagnostic {
    try whole.map { try Wire.decode(Diagnostic.self, from: Array($0.utf8)) } ?? amounts
  }

  @Sendable private static func capacity(
    conclusion: Capacity.Conclusion, measure: Capacity.Measure, formula: String, tenths: Int,
    effort: Int?, left: Cents?, repayment: Cents?
  ) -> Capacity {
    Capacity(
      conclusion: conclusion, measure: measure, consumptionUnitTenths: tenths, effort: effort,
      leftPerUnit: left, repayment: repayment)
  }
}

extension Diagnostic {
  fileprivate var json: String? { try? Wire.encode(self) }
  fileprivate var amounts: Diagnostic { self }

  fileprivate init(
    date: Day, ressources: Cents?, aide: Cents, loyer: Cents, charges: Cents,
    charges_fixes: Cents, dette: Cents, autres_dettes: Cents, adultes: Int, enfants: Int,
    loyer_repris: Bool, souhaite_rester: Bool
  ) {
    self.init(
      date: date, ressources: ressources, aide: aide, loyer: loyer, charges: charges,
      charges_fixes: charges_fixes, dette: dette, autres_dettes: autres_dettes, adultes: adultes,
      enfants: enfants, loyer_repris: loyer_repris, souhaite_rester: souhaite_rester,
      conclusion: nil)
  }
}

extension Capacity {
  /// Several formulas are in use, so the one applied is stored with its result.
  fileprivate var appliedFormula: String { Capacity.formula }
}
