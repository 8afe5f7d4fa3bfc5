import Charte
import Configuration
import Digest
import IntakeDomain
import LegalCalendar
import ServiceHost
import Settings
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the tables of a département are: who may publish, and which communes it has.
///
/// ## Configuration keys
/// - `amont.partners.file`: the directory of partners; by default `deploy/partners.txt`.
/// - `amont.data.folder`: the folder of `communes.csv` and `postcodes.csv`; by default
///   `deploy/data`.
/// - `amont.codes.file` (default: none): how courts, caisses and études of the département are
///   written, such as `deploy/data/codes-93.txt`.
/// - `AMONT_DIGEST_KEY` or `AMONT_DIGEST_KEY_FILE` (one is required): keys the digests of names,
///   addresses and numbers by which a household is recognised. It cannot be changed.
/// - `amont.dossier.salt`: a text that nobody else knows, so that a dossier's identifier, which is
///   derived from a name and an address, cannot be found by whoever knows these; by default empty.
///   Dossiers that are open keep their identifiers when it changes.
struct Tables {
  /// The path of the directory of partners.
  let partners: String
  /// The path of the folder of communes.
  let data: String
  /// The path of the lists of courts, caisses and études; `nil` where there is none.
  let codes: String?

  /// What nobody else knows, in every identifier of a dossier.
  let salt: String

  /// What makes the digests.
  let digest: KeyedDigest

  /// No table is larger; all communes of France are a seventh of it.
  static let maximumBytes = 8 * 1024 * 1024

  /// The places that the environment names.
  static func fromEnvironment() throws -> Tables {
    try SettingsReader.read(ConfigReader(provider: EnvironmentVariablesProvider())) { reader in
      let key = reader.secret("digest.key").revealed
      let digest = KeyedDigest(key: key)
      if digest == nil, !key.isEmpty {
        reader.complain(
          "digest.key", "is shorter than \(KeyedDigest.fewestKeyBytes) bytes: make a random one")
      }
      return Tables(
        partners: reader.string("partners.file", default: "deploy/partners.txt"),
        data: reader.string("data.folder", default: "deploy/data"),
        codes: reader.string("codes.file"),
        salt: reader.string("dossier.salt", default: ""), digest: digest ?? .none)
    }
  }

  /// The desk that works by these tables.
  ///
  /// - Throws: `TableFileError` with the file that is absent or cannot be used; `CharteError` for a
  ///   Charte that names a commune that never was.
  func desk(_ surroundings: ServiceHost.Surroundings) throws -> IntakeHandler {
    let calendar = surroundings.calendar
    let table = "\(data)/communes.csv"
    let communes = try text(of: table)
    let territory = try read(
      table,
      with: Territory(
        departement: calendar.departement, communes: communes,
        postcodes: text(of: "\(data)/postcodes.csv")))
    let charte = surroundings.charte
    try charte?.check(
      against: CommunePeriod.communes(of: calendar.departement, in: communes),
      file: surroundings.settings.charteFile ?? "")
    let directory = try read(partners, with: PartnerDirectory(parsing: text(of: partners)))
    let lists = try codes.map { try read($0, with: CodeLists(parsing: text(of: $0))) }
    return IntakeHandler(
      partners: directory, territory: territory,
      lists: (lists ?? CodeLists()).adding(accountsOf: directory), calendar: calendar,
      charters: charte.map { charte in charte.mapping { IntakeCharter($0, of: charte) } }
        ?? ByVersion(always: IntakeCharter()),
      digest: { [digest] in digest($0) },
      identify: { [salt] in HouseholdID(derivedFrom: salt + $0) })
  }

  private func read<Table>(
    _ path: String, with parse: @autoclosure () throws -> Table
  ) throws -> Table {
    do {
      return try parse()
    } catch let error as TableError {
      throw TableFileError(path: path, problem: error.description)
    }
  }

  private func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TableFileError(path: path, problem: "cannot be read; set where it is, or its rights")
    }
    guard data.count <= Self.maximumBytes else {
      throw TableFileError(path: path, problem: "is larger than \(Self.maximumBytes) bytes")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// A table without which the service cannot start.
struct TableFileError: Error, CustomStringConvertible {
  let path: String
  let problem: String

  var description: String { "\(path): \(problem)" }
}
