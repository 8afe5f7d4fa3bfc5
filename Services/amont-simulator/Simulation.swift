import AMQP
import Configuration
import Contracts
import OperatorReading
import Settings
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that a play needs, opened from the environment.
///
/// ## Configuration keys, besides those of ``OperatorSettings``
/// - `AMONT_PARTNERS_FILE`: the file of partners.
/// - `AMONT_PARTNER_SECRETS`: a folder with one file a partner, its password.
/// - `AMONT_CLOCK_FILE`: the file from which the services read the business day.
/// - `AMONT_DATA_FOLDER`: the folder of `communes.csv`.
/// - `AMONT_DEPARTEMENT`: the département whose communes are used.
struct Simulation: Sendable {
  let databases: ServiceDatabases
  let accounts: PartnerAccounts
  let office: PostOffice
  let clock: ClockFile
  let communes: [String]

  var player: Player {
    Player(databases: databases, accounts: accounts, office: office, clock: clock)
  }

  /// Opens the databases and every partner's account; the settings come from the environment by
  /// default.
  ///
  /// - Throws: what the environment, the databases or the broker refuse.
  static func open(_ config: ConfigReader = .environment) async throws -> Simulation {
    let settings = try OperatorSettings.read(config, of: AmontSimulator.program)
    let clock = try clock(config)
    let (partners, secrets, data, departement) = try SettingsReader.read(config) { reader in
      (
        reader.requiredString("partners.file"), reader.requiredString("partner.secrets"),
        reader.requiredString("data.folder"), reader.requiredString("departement")
      )
    }
    let (databases, entries) = (
      try await ServiceDatabases.open(settings), try PartnerFile.read(partners)
    )
    let office = PostOffice()
    let baseline = Baseline(databases: databases, settings: settings, partners: entries)
    await office.startAt(try await baseline.delivered(clock.read()))
    return Simulation(
      databases: databases,
      accounts: try await PartnerAccounts.open(entries, secrets: secrets, at: settings),
      office: office, clock: clock, communes: try communes(of: departement, in: data))
  }

  /// The file of the simulated clock.
  static func clock(_ config: ConfigReader = .environment) throws -> ClockFile {
    ClockFile(path: try SettingsReader.read(config) { $0.requiredString("clock.file") })
  }

  private init(
    databases: ServiceDatabases, accounts: PartnerAccounts, office: PostOffice, clock: ClockFile,
    communes: [String]
  ) {
    self.databases = databases
    self.accounts = accounts
    self.office = office
    self.clock = clock
    self.communes = communes
  }

  /// INSEE codes of the communes that exist today, in the order of the file.
  private static func communes(of departement: String, in folder: String) throws -> [String] {
    let text = try String(contentsOfFile: folder + "/communes.csv", encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: ",", omittingEmptySubsequences: false)
      guard columns.count >= 6, columns[2].hasPrefix(departement), columns[5].isEmpty else {
        return nil
      }
      return String(columns[0])
    }
  }

  /// Does something while every partner reads its queue. A lost connection ends it: whoever waits
  /// for the post office hears of it.
  func whileReading(_ body: () async throws -> Void) async throws {
    // Unstructured: it has to read until the body ends, and the body must hear when it cannot.
    let reading = Task {
      do { try await accounts.read(into: office) } catch { await office.fail(error) }
    }
    do {
      try await body()
    } catch {
      reading.cancel()
      throw error
    }
    reading.cancel()
  }

  /// Prints the end of a play; false when something is not in order.
  func report(published: Int) async throws -> Bool {
    let verdicts = await office.verdicts.sorted { $0.key < $1.key }
    print("\nÉvénements publiés par les partenaires : \(published)")
    if accounts.publishedAgain > 0 {
      print("  dont publiés de nouveau, le courtier ayant été absent : \(accounts.publishedAgain)")
    }
    for (verdict, count) in verdicts { print("  accusés « \(verdict) » : \(count)") }
    let refusals = await office.unexpectedRefusals
    for (refusal, count) in refusals.sorted(by: { $0.key < $1.key }) {
      print("  refus que personne n'a provoqués, « \(refusal) » : \(count)")
    }
    print("Messages reçus par les partenaires : \(await office.messages)\n")
    print(try await databases.funnel().table)
    let outcomes = try await databases.outcomes().map { "\($0.outcome) \($0.count)" }
    print("Dossiers : " + outcomes.joined(separator: ", ") + "\n")
    let ledger = try await databases.ledger()
    print(ledger.table + "\n")
    let idle = try await databases.dossiersWithoutNextStep()
    print("Dossiers sans prochaine étape : \(idle)")
    return idle == 0 && ledger.problems.isEmpty && refusals.isEmpty
  }

  /// Closes everything.
  func close() async {
    await accounts.close()
    await databases.close()
  }
}
