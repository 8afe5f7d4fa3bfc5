import Testing

/// The rules themselves: each finds what it is for, in files made up here.
@Suite("The rules of the architecture") struct RuleTests {
  @Test(
    "A forbidden edge is found",
    arguments: [
      ("Services/rehousing/Domain/Offer.swift", "PostgreSQL"),
      ("Services/rehousing/Domain/Offer.swift", "Foundation"),
      ("Services/rehousing/Domain/Offer.swift", "Logging"),
      ("Services/rehousing/Domain/Offer.swift", "IntakeDomain"),
      ("Services/rehousing/Service/Main.swift", "CourtLiaisonDomain"),
      ("Services/rehousing/Service/Main.swift", "AMQP"),
      ("Services/rehousing/Service/Main.swift", "CLibPQ"),
      ("Services/amontctl/Main.swift", "RehousingDomain"),
      ("Services/amont-simulator/Main.swift", "SagaOrchestratorDomain"),
      ("Services/rehousing/Elsewhere/Main.swift", "Vocabulary"),
      ("Shared/Messaging/Inbox.swift", "RehousingDomain"),
      ("Shared/Messaging/Inbox.swift", "CRabbitMQ"),
      ("Shared/PostgreSQL/Pool.swift", "Contracts"),
      ("Shared/PostgreSQL/Pool.swift", "AMQP"),
      ("Shared/AMQP/Delivery.swift", "PostgreSQL"),
      ("Shared/Contracts/Wire.swift", "Messaging"),
      ("Shared/Vocabulary/Day.swift", "Glibc"),
      ("Shared/Unheard/Of.swift", "Vocabulary"),
    ])
  func aForbiddenEdgeIsFound(_ row: (path: String, module: String)) {
    for line in ["import \(row.module)", "public import struct \(row.module).Thing"] {
      let file = SourceFile(path: row.path, text: "// Why.\n\(line)\n")
      let breaches = ImportRules.breaches(in: file)
      #expect(breaches.map(\.line) == [2])
      #expect(breaches.first?.advice.hasPrefix(row.module) == true)
    }
  }

  @Test(
    "An allowed edge is none of its business",
    arguments: [
      ("Services/court-liaison/Domain/Summons.swift", "LegalCalendar"),
      ("Services/court-liaison/Service/Main.swift", "CourtLiaisonDomain"),
      ("Services/court-liaison/Service/Main.swift", "ServiceHost"),
      ("Shared/Digest/SHA256.swift", "COpenSSL"),
      ("Shared/Messaging/OutboxPublisher.swift", "AMQP"),
      ("Tests/AMQPTests/Broker.swift", "AMQP"),
    ])
  func anAllowedEdgeIsNot(_ row: (path: String, module: String)) {
    let file = SourceFile(path: row.path, text: "@preconcurrency internal import \(row.module)")
    #expect(file.imports.map(\.module) == [row.module])
    #expect(ImportRules.breaches(in: file) == [])
  }

  @Test(
    "What makes a decision impure is found",
    arguments: [
      "let now = Date()", "func load() async {}", "let x = await y", "logger: Logger",
      "ContinuousClock.now", "(1...6).randomElement()", #"let text = "on \(Date())""#,
    ])
  func impurityIsFound(_ code: String) {
    for path in ["Services/intake/Domain/X.swift", "Shared/LegalCalendar/X.swift"] {
      #expect(WordRules.breaches(in: SourceFile(path: path, text: code)).count == 1)
    }
    #expect(WordRules.breaches(in: SourceFile(path: "Shared/AMQP/X.swift", text: code)) == [])
  }

  @Test("Comments and texts may say anything but a machine's path")
  func commentsMaySayAnything() {
    let text = """
      // await the Date
      /* async /* Task */ getenv */
      let sentence = "import PostgreSQL, await \\(day) and print"
      let long = #\"""
        import "AMQP" \\(Date())
        \"""#
      """
    let file = SourceFile(path: "Services/intake/Domain/X.swift", text: text)
    #expect(file.texts.count == 2)
    #expect(file.code.count == file.lines.count)
    #expect(WordRules.breaches(in: file) + ImportRules.breaches(in: file) == [])
  }

  @Test("Who reads the environment is found", arguments: ["getenv(name)", "ProcessInfo.shared"])
  func readingIsFound(_ code: String) {
    let found = WordRules.breaches(in: SourceFile(path: "Shared/Messaging/X.swift", text: code))
    #expect(found.count == 1)
    let settings = SourceFile(path: "Shared/Settings/X.swift", text: code)
    #expect(WordRules.breaches(in: settings) == [])
  }

  @Test("What may change between two questions is asked once; a function may be asked twice")
  func whatIsAskedTwiceIsFound() {
    let code = "ways.lazy.compactMap { $0.reason }.first"
    let found = WordRules.breaches(in: SourceFile(path: "Shared/Messaging/X.swift", text: code))
    #expect(found.count == 1)
    let pure = SourceFile(path: "Shared/LegalCalendar/X.swift", text: code)
    #expect(WordRules.breaches(in: pure) == [])
  }

  @Test("A machine's path is found", arguments: ["/tmp/x", "file:///home/x", "/work"])
  func aMachinePathIsFound(_ path: String) {
    let file = SourceFile(path: "Tests/XTests/X.swift", text: "\n\nlet path = \"\(path)\"")
    #expect(WordRules.breaches(in: file).map(\.line) == [3])
  }

  @Test("A function is measured from its first line to its brace", arguments: [40, 41])
  func aFunctionIsMeasured(_ count: Int) {
    let body = String(repeating: "    if a { b() }\n", count: count - 2)
    let text = "struct S {\n  private static func f(\n\(body)  }\n}\n"
      .replacing("f(\n", with: "f(g: () -> Void = {}) {\n")
    let file = SourceFile(path: "Shared/AMQP/X.swift", text: text)
    #expect(SizeRules.breaches(in: file).map(\.line) == (count > 40 ? [2] : []))
    let marked = text.replacing("  private", with: "  // swift-format-ignore\n  private")
    let table = SourceFile(path: file.path, text: marked)
    #expect(SizeRules.breaches(in: table) == [])
  }

  @Test("A file is measured", arguments: [500, 501])
  func aFileIsMeasured(_ count: Int) {
    let text = String(repeating: "let x = 1\n", count: count)
    let file = SourceFile(path: "Shared/AMQP/X.swift", text: text)
    #expect(SizeRules.breaches(in: file).count == count - 500)
  }

  @Test(arguments: [(100, []), (101, [2])] as [(Int, [Int])])
  func aCommentOfMoreThanAHundredColumnsIsTooWide(_ columns: Int, lines: [Int]) {
    let comment = "  // " + String(repeating: "x", count: columns - 5)
    let file = SourceFile(path: "A.swift", text: "let a = 1\n\(comment)\n")
    #expect(SizeRules.breaches(in: file).map(\.line) == lines)
  }

  @Test(
    "A public type or function without a comment is found, a property is not",
    arguments: [
      ("public struct Day {}", [1]), ("@resultBuilder\n  public enum List {}", [2]),
      ("/// Why.\n@resultBuilder\npublic enum List {}", []),
      ("/// Why.\n\npublic static func f() {}", [3]), ("struct Day {}", []),
      ("public let day: Day", []), ("public init(day: Day) {}", []),
      ("/// A day made of its parts.\npublic init(day: Day) {}", [1]),
    ] as [(String, [Int])])
  func aMissingCommentIsFound(_ text: String, lines: [Int]) {
    let file = SourceFile(path: "Shared/Vocabulary/X.swift", text: text)
    #expect(CommentRules.breaches(in: file).map(\.line) == lines)
  }

  @Test("A name of two types is found where a whole module sees both")
  func aNameOfTwoTypesIsFound() {
    let texts = [
      "public struct Twin {}\n", "@safe final class Twin {}\n", "private enum Twin {}\n",
    ]
    let files = texts.enumerated().map { SourceFile(path: "\($0).swift", text: $1) }
    #expect(NameRules.breaches(in: files).map(\.path) == ["0.swift", "1.swift"])
    let nested = SourceFile(path: "A.swift", text: "struct A {\n  struct Twin {}\n}\n")
    #expect(NameRules.breaches(in: [files[0], nested]) == [])
  }

  @Test("The wall clock is found outside of clocks", arguments: ["Date()", "time(nil)"])
  func theWallClockIsFound(_ code: String) {
    func breaches(_ path: String) -> Int {
      WordRules.clocks(in: SourceFile(path: path, text: "let now = \(code)")).count
    }
    #expect(breaches("Services/amontctl/Dossier/ICalendar.swift") == 1)
    #expect(breaches("Services/amontctl/Dossier/CalendarClock.swift") == 0)
  }
}
