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
    expectNone(sources.flatMap { WordRules.breaches(in: $0) + WordRules.clocks(in: $0) })
  }

  @Test(
    "Each exception is still needed",
    arguments: WordRules.readers.union(WordRules.clockReaders).sorted())
  func eachExceptionIsNeeded(_ path: String) throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    #expect(sources.contains { $0.path == path })
  }

  @Test("One name is one type") func oneNameIsOneType() throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    expectNone(NameRules.breaches(in: sources))
  }

  @Test("Files and functions fit a screen") func filesAndFunctionsFitAScreen() throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    expectNone(sources.flatMap(SizeRules.breaches))
  }

  @Test("Public types and functions say what they are for, and no comment says nothing")
  func comments() throws {
    let sources = try #require(Self.services) + #require(Self.shared)
    expectNone(sources.flatMap(CommentRules.breaches))
  }

  @Test("The top level holds what a newcomer looks for, and nothing else")
  func theTopLevel() throws {
    let required: Set = [
      "Package.swift", "Services", "Shared", "Tests", "deploy", "docker-compose.yml", "docs",
      "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
    ]
    let names = Set(try Repository.shared.namesAtTop().filter { !$0.hasPrefix(".") })
    #expect(required.subtracting(names) == [])
    #expect(names.subtracting(required).subtracting(["Package.resolved"]) == [])
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
