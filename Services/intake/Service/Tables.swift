import Configuration
import Digest
import IntakeDomain
import LegalCalendar
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
/// - `amont.data.folder`: the folder of `communes.csv`, `arrondissements.csv` and
///   `<département>/commissions.txt`; by default `deploy/data`.
struct Tables {
  /// The path of the directory of partners.
  let partners: String
  /// The path of the folder of communes.
  let data: String

  /// No table is larger; all communes of France are a seventh of it.
  static let maximumBytes = 8 * 1024 * 1024

  /// The places that the environment names.
  static func fromEnvironment() throws -> Tables {
    try SettingsReader.read(ConfigReader(provider: EnvironmentVariablesProvider())) { reader in
      Tables(
        partners: reader.string("partners.file", default: "deploy/partners.txt"),
        data: reader.string("data.folder", default: "deploy/data"))
    }
  }

  /// The desk that works by these tables.
  ///
  /// - Throws: `TableFileError` with the file that is absent or cannot be used.
  func desk(calendar: LegalCalendar) throws -> IntakeDesk {
    let departement = calendar.departement
    let commissions = "\(data)/\(departement)/commissions.txt"
    let territory = try read(
      "\(data)/communes.csv",
      with: Territory(
        departement: departement, communes: text(of: "\(data)/communes.csv"),
        arrondissements: text(of: "\(data)/arrondissements.csv"),
        commissions: FileManager.default.fileExists(atPath: commissions)
          ? text(of: commissions) : nil))
    let directory = try read(partners, with: PartnerDirectory(parsing: text(of: partners)))
    return IntakeDesk(
      partners: directory, territory: territory, calendar: calendar,
      digest: { SHA256.hash($0).hex }, identify: { HouseholdID(derivedFrom: $0) })
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
