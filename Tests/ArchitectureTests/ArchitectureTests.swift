import Testing

/// The whole source, read once.
@Suite("The architecture") struct ArchitectureTests {
  private static let services = try? Repository.shared.sources(in: "Services")
  private static let shared = try? Repository.shared.sources(in: "Shared")
  private static let tests = try? Repository.shared.sources(in: "Tests")

  @Test("All three folders are read") func allFoldersAreRead() throws {
    for (sources, module) in [(Self.services, "Contracts"), (Self.shared, "Vocabulary")] {
      let sources = try #require(sources)
      #expect(sources.count > 50)
      #expect(sources.contains { $0.imports.contains { $0.module == module } })
    }
    #expect(try #require(Self.tests).contains { $0.path == "Tests/ArchitectureTests/Breach.swift" })
  }

  @Test("Every import is an edge that is allowed") func everyImportIsAllowed() throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    expectNone(sources.flatMap(ImportRules.breaches))
  }

  @Test("What decides uses no clock, no chance and no wait; settings alone read the environment")
  func forbiddenWords() throws {
    let sources = try #require(Self.services) + #require(Self.shared) + #require(Self.tests)
    expectNone(sources.flatMap(WordRules.breaches))
  }

  @Test("Each exception is still needed", arguments: WordRules.readers.sorted())
  func eachExceptionIsNeeded(_ path: String) throws {
    #expect(try #require(Self.services).contains { $0.path == path })
  }

  @Test("Files and functions fit a screen") func filesAndFunctionsFitAScreen() throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    expectNone(sources.flatMap(SizeRules.breaches))
  }

  @Test("The top level holds what a newcomer looks for, and nothing else")
  func theTopLevel() throws {
    let required: Set = [
      "Package.swift", "Services", "Shared", "Tests", "deploy", "docker-compose.yml", "docs",
      "README.md",
    ]
    let names = Set(try Repository.shared.namesAtTop().filter { !$0.hasPrefix(".") })
    #expect(required.subtracting(names) == [])
    #expect(names.subtracting(required).subtracting(["Package.resolved", "LICENSE"]) == [])
  }

  @Test("Every folder of Shared has its line in the import table")
  func everyLibraryHasARule() throws {
    let folders = Set(
      try #require(Self.shared).compactMap {
        $0.path.split(separator: "/").dropFirst().first.map(String.init)
      })
    #expect(folders.subtracting(ImportRules.shared.keys) == [])
    #expect(Set(ImportRules.shared.keys).subtracting(folders) == [])
  }
}
