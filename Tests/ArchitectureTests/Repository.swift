import Foundation

/// The repository that these tests were built from.
struct Repository: Sendable {
  /// Files of one folder beyond which something else than sources lies there.
  private static let mostFiles = 5_000

  static let shared = Repository(
    top: URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent())

  let top: URL

  /// The names of everything at the top.
  func namesAtTop() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: top.path)
  }

  /// The text of one file.
  func text(_ path: String) throws -> String {
    try String(contentsOf: top.appending(path: path), encoding: .utf8)
  }

  /// Every Swift file below a folder, in the order of their paths.
  func sources(in folder: String) throws -> [SourceFile] {
    try texts(in: folder).map { SourceFile(path: $0.path, text: $0.text) }
  }

  /// The same as they are written, or the files of another kind, by the end of their names.
  func texts(in folder: String, kind: String = ".swift") throws -> [(path: String, text: String)] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: top.appending(path: folder).path)
    return try all.filter { $0.hasSuffix(kind) }.sorted().prefix(Self.mostFiles).map { path in
      ("\(folder)/\(path)", try text("\(folder)/\(path)"))
    }
  }

  /// The services that have a database.
  var servicesWithTables: [String] {
    get throws {
      let services = top.appending(path: "Services").path
      return try FileManager.default.contentsOfDirectory(atPath: services).sorted().filter {
        FileManager.default.fileExists(atPath: "\(services)/\($0)/Migrations")
      }
    }
  }
}
