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

  /// Every Swift file below a folder, in the order of their paths.
  func sources(in folder: String) throws -> [SourceFile] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: top.appending(path: folder).path)
    return try all.filter { $0.hasSuffix(".swift") }.sorted().prefix(Self.mostFiles).map { path in
      let file = top.appending(path: folder).appending(path: path)
      return SourceFile(
        path: "\(folder)/\(path)", text: try String(contentsOf: file, encoding: .utf8))
    }
  }
}
