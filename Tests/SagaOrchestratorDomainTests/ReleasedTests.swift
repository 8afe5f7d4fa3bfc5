import Contracts
import Digest
import SagaOrchestratorDomain
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A version that was released is a file, and the file never changes: dossiers move under it.
///
/// To release a new version, `AMONT_UPDATE_GOLDEN=1 Tests/run --filter ReleasedTests` writes its
/// file from the Swift; its digest is then added here, and from there on nothing may change the
/// file.
@Suite struct ReleasedTests {
  private static let digests = [
    1: "8d8e1349121dafa8cb4bd6bfd5690935a96e1164a12e9775b085a6bc61a3ea00",
    2: "890188f61881facffbab4ae8ab863ea8d35cd06eca4cff0465d0de55f01dd4d5",
  ]

  private static func path(_ version: Int) -> String {
    "\(#filePath)".replacing(
      "Tests/SagaOrchestratorDomainTests/ReleasedTests.swift",
      with: "Services/saga-orchestrator/Domain/Released/v\(version).json")
  }

  private static func file(_ version: Int) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(version))))
  }

  @Test(arguments: digests) func aReleasedFileNeverChanges(_ version: Int, _ digest: String) throws
  {
    #expect("\(SHA256.hash(try Self.file(version)))" == digest)
  }

  @Test func theSwiftOfAReleasedVersionSaysWhatItsFileSays() throws {
    let current = ProcedureTables.current
    let text = try current.file()
    if ProcessInfo.processInfo.environment["AMONT_UPDATE_GOLDEN"] == "1",
      Self.digests[current.version] == nil
    {
      try text.write(toFile: Self.path(current.version), atomically: true, encoding: .utf8)
    }
    guard Self.digests[current.version] != nil else { return }
    #expect(
      Array(text.utf8) == (try Self.file(current.version)),
      "version \(current.version) is released: give the changed tables the next number")
  }

  @Test(arguments: digests.keys) func aFileIsReadAndWrittenWithoutLoss(_ version: Int) throws {
    let file = try Self.file(version)
    let tables = try ProcedureTables(released: file)
    #expect(Array(try tables.file().utf8) == file)
    #expect(tables == ProcedureTables.version(version))
  }
}
