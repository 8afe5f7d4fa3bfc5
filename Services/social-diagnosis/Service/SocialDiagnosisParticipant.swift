import Contracts
import Messaging
import PostgreSQL
import SocialDiagnosisDomain
import Vocabulary

/// social-diagnosis as the runtime sees it: its rules, and the rows in which it keeps its files.
struct SocialDiagnosis: HouseholdParticipant {
  let service = ServiceName.socialDiagnosis
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  private let rules: ByVersion<SocialDiagnosisRules>

  init(rules: ByVersion<SocialDiagnosisRules>) { self.rules = rules }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout DiagnosisFile?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }

  func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, insee, voie, complement, contact, contact_since, contact_due, reminders,
        dsf, dsf_since, hearing, dsf_content, dsf_is_late, proposed_on, requested_on, has_guardian
      FROM dossier WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, nom, prenom, naissance FROM tenant
      WHERE household = ANY (\(households)::uuid[]) ORDER BY household, rank
      """,
      """
      SELECT household, made_on, channel, result FROM attempt
      WHERE household = ANY (\(households)::uuid[])
      ORDER BY household, made_on, channel, result
      """,
      """
      SELECT household, origin, made_on, resources, aid, rent, charges, fixed_charges, debt,
        other_debts, adults, children, rent_resumed, wishes_to_stay, conclusion, measure,
        unit_tenths, effort, left_per_unit, repayment, content
      FROM diagnosis WHERE household = ANY (\(households)::uuid[])
      """,
    ]
  }

  func files(from results: [Rows]) throws -> [HouseholdID: DiagnosisFile] {
    guard results.count == 4 else { throw unreadable("results") }
    var files: [HouseholdID: DiagnosisFile] = [:]
    for row in results[0] { files[try row.uuid("household")] = try DiagnosisFile(row) }
    for row in results[1] {
      files[try row.uuid("household")]?.tenants.append(
        Person(
          nom: try row.text("nom"), prenom: try row.textIfPresent("prenom"),
          naissance: try row.birthDateIfPresent("naissance")))
    }
    for row in results[2] {
      files[try row.uuid("household")]?.attempts.append(
        Attempt(
          on: try row.day("made_on"), channel: try row.name("channel"),
          result: try row.name("result")))
    }
    for row in results[3] {
      files[try row.uuid("household")]?.diagnosis = try AssessedDiagnosis(row)
    }
    return files
  }

  func erase(_ households: [HouseholdID]) -> [Query] {
    [
      "DELETE FROM tenant WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM attempt WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM diagnosis WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM dossier WHERE household = ANY(\(households)::uuid[])",
    ]
  }

  func save(_ files: [(household: HouseholdID, file: DiagnosisFile)]) -> [Query] {
    [SaveDiagnosis.dossiers(files), SaveDiagnosis.surplusTenants(files)]
      + [
        SaveDiagnosis.tenants(files), SaveDiagnosis.attempts(files), SaveDiagnosis.diagnoses(files),
      ].compactMap { $0 }
  }
}

extension DiagnosisFile {
  fileprivate init(_ row: Row) throws {
    var dwelling: Dwelling?
    if let insee = try row.textIfPresent("insee") {
      dwelling = Dwelling(
        insee: insee, voie: try row.text("voie"), complement: try row.textIfPresent("complement"))
    }
    self.init(
      dwelling: dwelling,
      contact: Contact(
        stage: try row.name("contact"), since: try row.dayIfPresent("contact_since"),
        due: try row.dayIfPresent("contact_due"),
        proposedOn: try row.dayIfPresent("proposed_on"), reminders: try row.int("reminders")),
      dsf: CourtDiagnosis(
        stage: try row.name("dsf"), since: try row.dayIfPresent("dsf_since"),
        requestedOn: try row.dayIfPresent("requested_on"), hearing: try row.dayIfPresent("hearing"),
        sentContent: try row.dayIfPresent("dsf_content"), isLate: try row.bool("dsf_is_late")),
      hasGuardian: try row.bool("has_guardian"))
  }
}

extension AssessedDiagnosis {
  fileprivate init(_ row: Row) throws {
    // Rows from before the whole content was kept hold its amounts only.
    let whole = try row.textIfPresent("content").map {
      try Wire.decode(Diagnostic.self, from: Array($0.utf8))
    }
    let content =
      try whole
      ?? Diagnostic(
        date: try row.day("made_on"), ressources: try row.centsIfPresent("resources"),
        aide: try row.cents("aid"), loyer: try row.cents("rent"), charges: try row.cents("charges"),
        charges_fixes: try row.cents("fixed_charges"), dette: try row.cents("debt"),
        autres_dettes: try row.cents("other_debts"), adultes: try row.int("adults"),
        enfants: try row.int("children"), loyer_repris: try row.bool("rent_resumed"),
        souhaite_rester: try row.bool("wishes_to_stay"))
    self.init(
      origin: try row.name("origin"), content: content,
      capacity: Capacity(
        conclusion: try row.name("conclusion"), measure: try row.name("measure"),
        consumptionUnitTenths: try row.int("unit_tenths"), effort: try row.intIfPresent("effort"),
        leftPerUnit: try row.centsIfPresent("left_per_unit"),
        repayment: try row.centsIfPresent("repayment")))
  }
}

extension Row {
  /// A value stored by its name.
  fileprivate func name<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let value = Value(rawValue: try text(column)) else { throw unreadable(column) }
    return value
  }
}

private func unreadable(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "holds a name that this build does not know; run the build that wrote it")
}
