import Contracts
import Foundation
import Testing

@testable import ContractDocuments

@Suite struct ContractFilesTests {
  @Test func everyMemberThatAmontSendsHasATitle() {
    for field in (Notice.fields.all + Receipt.fields.all).flatMap(\.withMembers) {
      #expect(!field.title.isEmpty, "\(field.path) has no title")
    }
  }

  @Test func everyFileIsSoundJSONOrThePage() throws {
    let files = ContractFiles.all()
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files.filter { !$0.path.hasSuffix(".json") }.map(\.path) == ["contrat.html"])
    for file in files where file.path.hasSuffix(".json") {
      _ = try JSONValue.read(Array(file.text.utf8))
    }
  }

  @Test func everyLinkOfThePageLeadsSomewhereAndEveryIdentifierIsOne() {
    let page = ContractPage.html
    let ids = parts(of: page, behind: "id=\"")
    #expect(Set(ids).count == ids.count)
    let links = parts(of: page, behind: "href=\"#")
    #expect(links.count > 500)
    #expect(Set(links).subtracting(ids).isEmpty)
  }

  @Test func thePageNamesEveryEventNoticeAndCode() {
    let ids = Set(parts(of: ContractPage.html, behind: "id=\""))
    let wanted =
      EventKind.allCases.map { "evenement-" + $0.rawValue }
      + Notice.Code.allCases.map { "avis-" + $0.rawValue }
      + Receipt.Code.allCases.map { "code-" + $0.word }
      + PartnerKind.allCases.map { "partenaire-" + $0.rawValue }
    #expect(Set(wanted).subtracting(ids).isEmpty)
  }

  /// What was released in version 1 of the types stays valid for who sends and reads it. On purpose
  /// broken, a type gets a version of its own; `AMONT_UPDATE_GOLDEN=1` writes the file anew at a
  /// release.
  @Test func nothingThatWasReleasedIsBroken() throws {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Released/v1.json")
    let now = ContractFiles.compared
    if ProcessInfo.processInfo.environment["AMONT_UPDATE_GOLDEN"] != nil {
      let sorted = now.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
      try Data((JSONValue.object(sorted).canonical + "\n").utf8).write(to: place)
    }
    guard case .object(let files) = try JSONValue.read(Array(try Data(contentsOf: place))) else {
      Issue.record("the released contract is no object")
      return
    }
    #expect(files.count > 100)
    let old = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.value) })
    let changes = ContractChanges(from: old, to: now)
    #expect(!changes.breaks, "\(changes.text)")
  }

  /// Instruction of 22 March 2017: nobody is told nothing, and the page says what of whom.
  @Test func thePageOfTheInstructionNamesWhatEachAccountReceives() throws {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/instruction-2017.md")
    let rows = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
    let all = Set(PartnerKind.allCases)
    for kind in PartnerKind.allCases {
      let row = try #require(rows.first { $0.hasPrefix("| `\(kind.rawValue)` |") }, "\(kind)")
      let told = Set(row.split(separator: "`").map(String.init).dropFirst(2))
      let declared = Notice.Code.allCases.filter { code in
        let readers = code.declaration.recipients
        return readers.contains(kind) && readers != all
      }
      #expect(!declared.isEmpty, "\(kind) is told nothing")
      let named = told.filter { Notice.Code(rawValue: $0) != nil }
      #expect(named == Set(declared.map(\.rawValue)), "\(kind)")
    }
  }

  private func parts(of text: String, behind start: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
