import ArgumentParser
import OperatorReading
import Vocabulary

/// Destroys the key of a dossier.
struct EraseCommand: RecordedAct {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Destroys the key of a dossier in all databases, for ever.",
    discussion: """
      After the legal time, or on order of a court, of the CNIL (these of any dossier) or of the household
      (of one that is closed, and in which no claim against the State is pending). Whatever names or describes the household can be read by nobody
      any more, here and in every backup of the tables; pseudonymous dates, amounts and codes stay. Writes a certificate, in French, and
      adds the identifiers to the register, which you keep apart from the databases. After a backup was
      restored, --again destroys what it brought back, before the services start. Needs
      AMONT_SERVICE_SECRETS.
      """)
  @Argument(
    help:
      "The dossier's identifier, or a partner's number of the lease, the commandement or the rôle.")
  var reference: String?
  @Option(help: "Before the legal time, and who orders it.") var order: ErasureOrder?
  @Option(help: "The register of what was erased: a file that no backup of the databases holds.")
  var register: String
  @Option(help: "The folder of the certificates.") var certificates = "."
  @Option(help: "The day, YYYY-MM-DD (default: today).") var on: String?
  @Flag(help: "Destroy again all that the register names.") var again = false

  @OptionGroup var reader: ReaderOptions
  static let name = "erase"

  func validate() throws {
    guard again == (reference == nil) else { throw ValidationError("say a dossier, or --again") }
    guard on.map({ Day($0) != nil }) ?? true else {
      throw ValidationError("--on takes a day: YYYY-MM-DD")
    }
  }

  /// Looked at before anything is destroyed: a refusal is recorded, too.
  func subject(_ settings: OperatorSettings) async throws -> ReadingSubject {
    guard let reference else { return .list([], "effacement renouvelé") }
    return .list([try await dossier(named: reference, settings)], "effacement")
  }

  func act(_ settings: OperatorSettings, by purpose: ReadingPurpose) async throws {
    guard let day = on.flatMap({ Day($0) }) ?? CalendarClock.today() else {
      throw OperatorError("say the day: --on YYYY-MM-DD")
    }
    let erasure = DossierErasure(
      settings: settings, register: ErasureRegister(path: register),
      delays: try RetentionDelays(on: day, charte: settings.charteFile))
    guard let reference else {
      return print("keys destroyed again: \(try await erasure.again())")
    }
    let household = try await dossier(named: reference, settings)
    let databases = try await ServiceDatabases.open(settings)
    let subject = try await erasure.subject(household, in: databases)
    await databases.close()
    if let objection = DossierErasure.objection(to: subject, on: day, ordered: order) {
      throw OperatorError(objection)
    }
    let certificate = try await erasure.erase(
      subject, by: purpose, basis: order?.basis ?? subject.retention?.article ?? "", on: day)
    print(certificate.text)
    if subject.retention == nil {
      print("the dossier was open: tell the commission, Amont awaits nothing for it any more")
    }
    print(try certificate.write(into: certificates))
  }

  private func dossier(
    named reference: String, _ settings: OperatorSettings
  ) async throws -> HouseholdID {
    let databases = try await ServiceDatabases.open(settings)
    let found = try await databases.households(named: reference)
    await databases.close()
    guard found.count < 2 else {
      throw OperatorError(
        "several dossiers have this reference, choose one: "
          + found.map(\.description).joined(separator: ", "))
    }
    guard let household = found.first else {
      throw OperatorError("no dossier has this reference")
    }
    return household
  }
}
