import Contracts
import Testing

@testable import ContractDocuments

@Suite struct ContractChangesTests {
  private static let sent = #"""
    {"x-amont-expediteurs":["huissier","caf"],"type":"object","required":["acte"],"properties":{
      "acte":{"type":"string","format":"date"},"dette":{"type":["integer","null"],"minimum":1,"maximum":100},
      "mode":{"type":["string","null"],"enum":["a","b",null]},
      "liste":{"type":"array","items":{"type":"object","properties":{"nom":{"type":"string","maxLength":80}}}}},
      "allOf":[{"if":{"properties":{"mode":{"enum":["a"]}}},"then":{"required":["dette"]}}]}
    """#
  private static let read =
    sent.replacing("x-amont-expediteurs", with: "x-amont-destinataires")

  /// One change of the text: what is said of it, and whether it breaks who sends or who reads.
  struct Case: Sendable, CustomTestStringConvertible {
    let old: String, new: String, what: String, breaksSender: Bool, breaksReader: Bool

    init(_ old: String, _ new: String, _ what: String, sender: Bool, reader: Bool) {
      (self.old, self.new, self.what) = (old, new, what)
      (breaksSender, breaksReader) = (sender, reader)
    }

    var testDescription: String { what }
  }

  static let cases = [
    Case(#""minimum":1"#, #""minimum":2"#, "/dette: minimum 1 to 2", sender: true, reader: false),
    Case(#""minimum":1"#, #""minimum":0"#, "/dette: minimum 1 to 0", sender: false, reader: false),
    Case(
      #""maximum":100"#, #""maximum":50"#, "/dette: maximum 100 to 50", sender: true, reader: false),
    Case(#","maximum":100"#, "", "/dette: maximum 100 to none", sender: false, reader: false),
    Case(
      #""maxLength":80"#, #""maxLength":8"#, "/liste/items/nom: maxLength 80 to 8", sender: true,
      reader: false),
    Case(
      #""mode":{"enum":["a"]}"#, #""mode":{"enum":["a","b"]}"#, ": more is asked when mode=b",
      sender: true, reader: false),
    Case(
      #""mode":{"enum":["a"]}"#, #""mode":{"enum":["a","new"]}"#, ": more is asked when mode=new",
      sender: false, reader: false),
    Case(
      #"[{"if":{"properties":{"mode":{"enum":["a"]}}},"then":{"required":["dette"]}}]"#, "[]",
      ": less is asked when mode=a", sender: false, reader: true),
    Case(#"["acte"]"#, #"["acte","dette"]"#, ": dette is required", sender: true, reader: false),
    Case(#""required":["acte"],"#, "", ": acte may be absent", sender: false, reader: true),
    Case(#"["a","b",null]"#, #"["a",null]"#, "/mode: no more b", sender: true, reader: false),
    Case(#"["a","b",null]"#, #"["a","b","c",null]"#, "/mode: new: c", sender: false, reader: false),
    Case(#","format":"date""#, "", "/acte: another format", sender: false, reader: true),
    Case(#"["integer","null"]"#, #""integer""#, "/dette: another type", sender: true, reader: true),
    Case(
      #""acte":{"type":"string","format":"date"},"#, "", "/acte: removed", sender: true,
      reader: true),
    Case(
      #""acte":{"#, #""neu":{"type":"string"},"acte":{"#, "/neu: added", sender: false,
      reader: false),
  ]

  @Test(arguments: cases) func aChangeBreaksWhoDependsOnIt(_ one: Case) throws {
    for (text, breaks) in [(Self.sent, one.breaksSender), (Self.read, one.breaksReader)] {
      let changes = ContractChanges(
        from: ["e.json": try schema(text)],
        to: ["e.json": try schema(text.replacing(one.old, with: one.new))])
      #expect(changes.changes.map { $0.place + ": " + $0.what } == [one.what], "\(changes.text)")
      #expect(changes.breaks == breaks, "\(changes.text)")
      #expect(changes.changes[0].broken == (breaks ? ["huissier", "caf"] : []))
    }
  }

  @Test func aSchemaThatGoesBreaksItsPartnersAndANewOneNobody() throws {
    let schemas = ["e.json": try schema(Self.sent)]
    #expect(ContractChanges(from: schemas, to: [:]).breaks)
    #expect(!ContractChanges(from: [:], to: schemas).breaks)
    #expect(ContractChanges(from: schemas, to: schemas).text == "no difference\n")
  }

  private func schema(_ text: String) throws -> JSONValue { try JSONValue.read(Array(text.utf8)) }
}
