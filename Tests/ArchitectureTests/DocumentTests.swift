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

  private static let documents = (try? Document.all(in: .shared)) ?? []
  private static let sources = ["Services", "Shared", "Tests"].flatMap {
    (try? Repository.shared.texts(in: $0)) ?? []
  }

  @Test func theDocumentsAreRead() {
    #expect(Self.documents.map(\.path).contains("docs/architecture.md"))
    #expect(Self.documents.flatMap(\.paths).count > 60)
    #expect(Self.documents.flatMap(\.steps).count > 20)
    #expect(Self.documents.flatMap { $0.commands(of: "amontctl") }.count > 15)
  }

  @Test(arguments: documents) func everyPathAndLinkOfADocumentExists(_ document: Document) {
    for (line, path) in document.paths + document.links {
      let place = Repository.shared.top.appending(path: path).path
      let isThere = FileManager.default.fileExists(atPath: place)
      #expect(isThere, "\(document.path):\(line) names \(path)")
    }
  }

  @Test(arguments: documents) func everyNameInAStepStandsInAFileOfThatStep(_ document: Document)
    throws
  {
    // A package description is no source of ours, and may be named beside one.
    let package = try Repository.shared.text("Package.swift")
    for (line, files, names) in document.steps {
      let texts = files.compactMap { try? Repository.shared.text($0) } + [package]
      for name in names {
        let isThere = texts.contains { text in
          text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains(Substring(name))
        }
        #expect(isThere, "\(document.path):\(line) names \(name), which is in none of \(files)")
      }
    }
  }

  /// A word that merely occurs would hide a function that moved.
  @Test func eachStopOfTheWalkIsAFunctionOfItsFile() throws {
    let walk = try #require(Self.documents.first { $0.path == "docs/architecture.md" })
    #expect(walk.steps.count == 20)
    for (line, files, names) in walk.steps {
      let text = try files.map(Repository.shared.text).joined()
      for name in names {
        #expect(
          text.contains("func \(name)("), "line \(line): no file of \(files) declares \(name)")
      }
    }
  }

  @Test func thePictureNamesEveryTableOfEachService() throws {
    let text = try Repository.shared.text("docs/architecture.md")
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    for service in try Repository.shared.servicesWithTables {
      let named = try #require(rows.first { $0.count == 3 && $0[0] == service }?[2])
      let made = try Repository.shared.texts(in: "Services/\(service)/Migrations", kind: ".sql")
        .flatMap { $0.text.components(separatedBy: "CREATE TABLE ").dropFirst() }
        .map { String($0.prefix { $0.isLetter || $0 == "_" }) }
      #expect(!made.isEmpty)
      #expect(Set(named.components(separatedBy: ", ")) == Set(made), "\(service)")
    }
  }

  @Test(arguments: documents) func everyTypeThatADocumentMentionsExists(_ document: Document) {
    for (line, name) in document.types {
      let isThere = Self.declared.contains(name)
      #expect(isThere, "\(document.path):\(line) names \(name)")
    }
  }

  @Test(
    arguments: documents, ["amontctl", "amont-simulator"]
  )
  func everyCommandThatADocumentShowsExists(_ document: Document, _ program: String) {
    let known = Set(
      Self.sources.filter { $0.path.hasPrefix("Services/\(program)/") }.flatMap {
        $0.text.components(separatedBy: "commandName: \"").dropFirst().map {
          String($0.prefix { $0 != "\"" })
        }
      })
    for (line, command) in document.commands(of: program) {
      let isThere = known.contains(command)
      #expect(isThere, "\(document.path):\(line) calls \(program) \(command)")
    }
  }

  @Test(arguments: documents) func everyScriptThatADocumentRunsExists(_ document: Document) throws {
    let text = try Repository.shared.text(document.path)
    for part in text.components(separatedBy: "--script ").dropFirst() {
      let name = String(part.prefix { $0.isLetter || $0 == "-" })
      guard name != "NAME" else { continue }
      let place = Repository.shared.top.appending(path: "Tests/EndToEnd/\(name).sh").path
      #expect(FileManager.default.fileExists(atPath: place), "\(document.path) runs \(name)")
    }
  }

  @Test func eachReaderOfTheReadmeHasOneScreen() throws {
    let sections = try Repository.shared.text("README.md").components(separatedBy: "\n## ")
    #expect(sections.count >= 4)
    for section in sections.dropFirst() {
      let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 45, "\(lines.first ?? "") has \(lines.count) lines")
    }
  }

  /// Every type that the sources declare, and every target of the package.
  private static let declared: Set<String> = {
    let kinds = ["struct ", "enum ", "class ", "actor ", "protocol ", "typealias "]
    let package = ((try? Repository.shared.text("Package.swift")) ?? "").split(separator: "\"")
    return sources.reduce(into: Set(package.map(String.init))) { names, file in
      for kind in kinds {
        for rest in file.text.components(separatedBy: kind).dropFirst() {
          names.insert(String(rest.prefix { $0.isLetter || $0.isNumber }))
        }
      }
    }
  }()
}
