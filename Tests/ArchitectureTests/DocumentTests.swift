import Foundation
import Testing

/// What the documents say is there.
@Suite struct DocumentTests {
  @Test func everyTestThatTheInstructionsTableNamesExists() throws {
    let top = Repository.shared.top
    let table = try String(
      contentsOf: top.appending(path: "docs/instruction-2017.md"), encoding: .utf8)
    let suites = try FileManager.default.subpathsOfDirectory(
      atPath: top.appending(path: "Tests").path
    )
    .filter { $0.hasSuffix(".swift") }
    .map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    let named = table.split(separator: "`").map(String.init).filter {
      $0.hasSuffix("Tests") && !$0.contains(" ") && !$0.contains("/")
    }
    #expect(named.count > 30)
    for name in Set(named).sorted() {
      let folders = try FileManager.default.contentsOfDirectory(
        atPath: top.appending(path: "Tests").path)
      #expect(suites.contains(name) || folders.contains(name), "\(name) is no suite of Tests/")
    }
  }
}
