import Contracts
import Foundation
import TestSupport
import Testing

@Suite("JSON as RFC 8259 and RFC 7493 have it") struct JSONTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8], kind: JSONProblem.Kind, place: String
    init(_ text: String, _ kind: JSONProblem.Kind, _ place: String = "") {
      self.init(Array(text.utf8), kind, place)
    }
    init(_ bytes: [UInt8], _ kind: JSONProblem.Kind, _ place: String = "") {
      (self.bytes, self.kind, self.place) = (bytes, kind, place)
    }
    var testDescription: String { "\(bytes.count) bytes \(kind.rawValue) at \(place)" }
  }

  /// A text in an object, with any bytes in it.
  private static func member(_ bytes: [UInt8]) -> [UInt8] {
    Array(#"{"nom":""#.utf8) + bytes + Array(#""}"#.utf8)
  }

  static let wrong: [Wrong] = [
    Wrong("", .syntax), Wrong(" ", .syntax), Wrong("{", .syntax), Wrong("}", .syntax),
    Wrong("[1", .syntax, ""), Wrong("[1}", .syntax), Wrong(#"{"a"}"#, .syntax, "/a"),
    Wrong(#"{"a":}"#, .syntax, "/a"), Wrong(#"{a:1}"#, .syntax), Wrong("{'a':1}", .syntax),
    Wrong("{}x", .syntax), Wrong("{}{}", .syntax), Wrong("{} {}", .syntax),
    Wrong("{}\u{0}", .syntax),
    Wrong("nul", .syntax), Wrong("True", .syntax), Wrong("[NaN]", .syntax, "/0"),
    Wrong("[Infinity]", .syntax, "/0"), Wrong("[-]", .syntax, "/0"), Wrong("[01]", .syntax),
    Wrong("[+1]", .syntax, "/0"), Wrong("[.5]", .syntax, "/0"), Wrong("[1.]", .syntax, "/0"),
    Wrong("[1e]", .syntax, "/0"), Wrong("[0x1]", .syntax), Wrong("[1 2]", .syntax),
    Wrong("[1,/* why */2]", .syntax, "/1"), Wrong("[\u{A0}1]", .syntax, "/0"),
    Wrong(#"["\x41"]"#, .syntax, "/0"), Wrong(#"["\u12G4"]"#, .syntax, "/0"),
    Wrong(#"["\u12"]"#, .syntax, "/0"), Wrong(#"["a]"#, .syntax, "/0"),
    Wrong(#"["\"#, .syntax, "/0"),
    Wrong([0x1F, 0x8B, 0x08, 0x00], .syntax),
    Wrong(#"{"dette":111,"dette":222}"#, .duplicateMember, "/dette"),
    Wrong(#"{"m":{"l":[0,{"a":1,"b":2,"a":1}]}}"#, .duplicateMember, "/m/l/1/a"),
    Wrong(#"{"a":1,"\u0061":1}"#, .duplicateMember, "/a"),
    Wrong("{\"\u{E9}\":1,\"e\u{301}\":1}", .duplicateMember, "/e\u{301}"),
    Wrong(#"{"a/b~":{"c":1,"c":1}}"#, .duplicateMember, "/a~1b~0/c"),
    Wrong("[1,]", .strayComma), Wrong(#"{"a":1,}"#, .strayComma), Wrong("[,1]", .strayComma),
    Wrong("[1,,2]", .strayComma), Wrong("{,}", .strayComma),
    Wrong(#"{"m":[1, ]}"#, .strayComma, "/m"),
    Wrong(member([0xE9]), .encoding, "/nom"), Wrong(member([0xC3]), .encoding, "/nom"),
    Wrong(member([0xC0, 0x80]), .encoding, "/nom"),
    Wrong(member([0xE0, 0x80, 0x80]), .encoding, "/nom"),
    Wrong(member([0xED, 0xA0, 0x80]), .encoding, "/nom"), Wrong(member([0xFF]), .encoding, "/nom"),
    Wrong(member([0xF4, 0x90, 0x80, 0x80]), .encoding, "/nom"), Wrong([0xE9], .encoding),
    Wrong([0xFE, 0xFF, 0x00, 0x7B, 0x00, 0x7D], .encoding),
    Wrong([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], .encoding),
    Wrong([0x7B, 0x00, 0x7D, 0x00], .encoding), Wrong([0x00, 0x7B, 0x00, 0x7D], .encoding),
    Wrong([0x00, 0x00, 0x00, 0x7B], .encoding), Wrong([0x7B, 0x00, 0x00, 0x00], .encoding),
    Wrong(member([0x00]), .forbiddenCharacter, "/nom"),
    Wrong(member([0x0A]), .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"a\u0000b"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"\ud800"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"\udc00\ud800"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"\ud800\u0041"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"\ud800\\u0041"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"nom":"\uFFFF"}"#, .forbiddenCharacter, "/nom"),
    Wrong(#"{"a\u0000b":1}"#, .forbiddenCharacter),
    Wrong([0x5B, 0x22, 0xEF, 0xB7, 0x90, 0x22, 0x5D], .forbiddenCharacter, "/0"),
    Wrong(String(repeating: "[", count: 100_000), .tooDeep, String(repeating: "/0", count: 32)),
    Wrong(String(repeating: #"{"a":"#, count: 33), .tooDeep, String(repeating: "/a", count: 32)),
  ]

  @Test("What is wrong is named with its place", arguments: wrong)
  func isRefused(_ row: Wrong) throws {
    let problem = try #require(throws: JSONProblem.self) { try JSONValue.read(row.bytes) }
    #expect(problem == JSONProblem(row.kind, at: row.place))
    #expect(row.place.isEmpty || problem.sentence.contains(row.place))
  }

  @Test(
    "The same value has one canonical text, however it is written",
    arguments: [
      ("284000", ["284000.0", "2.84e5", "284000", "2840000E-1", "0.284e+6"]),
      ("0", ["0", "-0", "0.000", "0e12", "-0.0e-99999999999"]),
      ("-1.5", ["-1.5", "-15e-1", "-1.50"]), ("0.000001", ["1e-6", "0.0000010"]),
      ("1e-7", ["0.0000001"]),
      ("100000000000000000000", ["1e20"]), ("1e+21", ["1000000000000000000000"]),
      ("9007199254740993", ["9007199254740993", "9007199254740993.0"]),
      ("1e99999999999", ["1e99999999999"]),
      (
        #"{"a":1,"b":[true,false,null,"é\n"]}"#,
        [
          #"{"b":[true,false,null,"\u00e9\u000A"],"a":1.0}"#,
          "\u{FEFF} {\"a\" :1, \"b\":[ true,false,null,\"é\\n\"]}\n",
        ]
      ),
      (#"{"😀":1,"ﬃ":2}"#, [#"{"ﬃ":2,"\ud83d\uDE00":1}"#]), (#""/\u0007""#, [#""\/\u0007""#]),
    ])
  func isCanonical(_ row: (canonical: String, written: [String])) throws {
    for text in row.written {
      #expect(try JSONValue.read(Array(text.utf8)).canonical == row.canonical, "\(text)")
    }
  }

  @Test("A value is kept as it was written, and so are the bytes of a member") func isKept() throws
  {
    let text = #"{ "id":"e1", "data" : {"dette": 2.84e5,"nom" : "\u00e9"} }"#
    let document = try JSONDocument(Array(text.utf8))
    #expect(document.value["data"]?["dette"] == .number("2.84e5"))
    #expect(document.value["data"]?["nom"]?.text == "é")
    #expect(
      document.bytes(of: "data").map { String(decoding: $0, as: UTF8.self) }
        == #"{"dette": 2.84e5,"nom" : "\u00e9"}"#)
    #expect(document.bytes(of: "nom") == nil)
  }

  @Test("A pointer is bounded and printable, whatever the names") func pointersAreBounded() throws {
    let long = String(repeating: "a", count: 100_000)
    for text in [
      "{\"\(long)\":[1,]}", "{\"m\":{\"\(long)\":{\"\(long)\":1,}}}", #"{"a\u0007b":[,]}"#,
    ] {
      let problem = try #require(throws: JSONProblem.self) { try JSONValue.read(Array(text.utf8)) }
      #expect(problem.pointer.utf8.count <= JSONPointer.longest + 5)
      #expect(problem.pointer.utf8.allSatisfy { $0 >= 0x20 })
    }
  }

  /// Written by `Fixtures/generate-json.py`: texts, many of them broken, and what Python makes of
  /// them.
  @Test("Python reads the same texts, and writes the same canonical ones") func pythonAgrees()
    throws
  {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/json.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count > 1_000)
    for line in lines {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      let bytes = try #require(Data(base64Encoded: String(parts[0])))
      let canonical = Data(base64Encoded: String(parts[1])).map {
        String(decoding: $0, as: UTF8.self)
      }
      let read = try? JSONValue.read(Array(bytes)).canonical
      #expect(read == (parts[1] == "-" ? nil : canonical), "\(parts[0])")
    }
  }

  @Test(
    "Any bytes are a value or a problem, and a canonical text is its own",
    arguments: [UInt64](1...4))
  func anyBytesEnd(_ seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let pieces =
      [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83d", "\\ude00", "é", "1", "-",
        ".", "e5",
        "true", "null", " ", "\"a\":", "\u{FEFF}", "\u{1}",
      ].map { Array($0.utf8) } + [[0xE9], [0xFF], [0], [0xED, 0xA0, 0x80]]
    var sound = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &generator)
      let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      guard let value = try? JSONValue.read(bytes) else { continue }
      sound += 1
      let again = try JSONValue.read(Array(value.canonical.utf8))
      #expect(again.canonical == value.canonical, "seed \(seed), \(bytes)")
    }
    #expect(sound > 100, "seed \(seed)")
  }
}
