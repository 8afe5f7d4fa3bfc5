import PostgreSQL
import Testing
import Vocabulary

/// Texts that break careless quoting.
private let awkward = [
  "", " ", "NULL", "null", "trêve hivernale, « été » 🏠", "it's", #"say "oui""#, #"back\slash"#,
  #"\"#, #"\\""#, "{", "}", "{a,b}", "a,b", "line\nbreak\ttab\r", "$1", "'; --", "é\u{301}",
  "\u{1}",
  String(repeating: #"\""#, count: 5000),
]

@Suite(.enabled(if: Database.isAvailable)) struct RoundTripTests {
  @Test(arguments: awkward) func aTextComesBackAsItWas(_ text: String) async throws {
    try await Database.withConnection { connection in
      let row = try await connection.query("SELECT \(text)::text AS value")[0]
      #expect(try row.text("value").utf8.elementsEqual(text.utf8))
      #expect(try row.bytes("value") == Array(text.utf8))
    }
  }

  @Test func bytesAndIdentifiersOfAnArrayMayBeMissing() async throws {
    let bytes: [[UInt8]?] = [[], nil, [0], (0...255).map { UInt8($0) }]
    let ids: [HouseholdID?] = [
      nil, HouseholdID(high: .max, low: 1), nil, HouseholdID(high: 0, low: 0),
    ]
    try await Database.withConnection { connection in
      let rows = try await connection.query(
        """
        SELECT bytes, id FROM unnest(\(bytes)::bytea[], \(ids)::uuid[]) WITH ORDINALITY
          AS t (bytes, id, place) ORDER BY place
        """)
      #expect(try rows.map { try $0.bytesIfPresent("bytes") } == bytes)
      #expect(try rows.map { try $0.uuidIfPresent("id") } == ids)
    }
  }

  @Test func aCastMakesAnotherArrayOfNumbersAndOfTexts() async throws {
    try await Database.withConnection { connection in
      let row = try await connection.query(
        """
        SELECT (\([1, 2])::smallint[])[2] AS small, (\(["2017-03-22"])::date[])[1] AS day,
          3 = ANY(\([2, 3])) AS among
        """)[0]
      #expect(try row.int("small") == 2)
      #expect(try row.day("day") == Day("2017-03-22"))
      #expect(try row.bool("among"))
    }
  }

  @Test func anArrayOfAwkwardTextsComesBackAsItWas() async throws {
    let texts: [String?] = awkward.map { $0 } + [nil]
    try await Database.withConnection { connection in
      let rows = try await connection.query(
        """
        SELECT value FROM unnest(\(texts)::text[]) WITH ORDINALITY AS t (value, place)
        ORDER BY place
        """)
      #expect(try rows.map { try $0.textIfPresent("value") } == texts)
    }
  }

  @Test(arguments: [0, 1, -1, 42, 183_000, Int.max, Int.min])
  func aNumberComesBackAsItWas(_ number: Int) async throws {
    try await Database.withConnection { connection in
      let row = try await connection.query("SELECT \(number)::bigint AS value")[0]
      #expect(try row.int("value") == number)
      #expect(try row.cents("value") == Cents(number))
    }
  }

  @Test(arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "2026-11-01", "9999-12-31"])
  func aDayComesBackAsItWas(_ text: String) async throws {
    let day = try #require(Day(text))
    try await Database.withConnection { connection in
      let row = try await connection.query("SELECT \(day)::date AS value, \(day)::date::text AS t")[
        0]
      #expect(try row.day("value") == day)
      #expect(try row.text("t") == text)
    }
  }

  @Test func theOtherTypesComeBackAsTheyWere() async throws {
    let id = try #require(HouseholdID("6f1d0c2a-93aa-4b1e-8d52-0123456789ab"))
    let bytes = (0...255).map { UInt8($0) }
    try await Database.withConnection { connection in
      let row = try await connection.query(
        """
        SELECT \(id)::uuid AS id, \(bytes)::bytea AS bytes, \([UInt8]())::bytea AS nothing,
          \(true)::bool AS yes, \(false)::bool AS no, \(Int?.none)::int AS missing
        """)[0]
      #expect(try row.uuid("id") == id)
      #expect(try row.bytes("bytes") == bytes)
      #expect(try row.bytes("nothing") == [])
      #expect(try row.bool("yes"))
      #expect(try !row.bool("no"))
      #expect(try row.intIfPresent("missing") == nil)
      #expect(try row.textIfPresent("missing") == nil)
      #expect(try row.dayIfPresent("missing") == nil)
    }
  }

  @Test func tenThousandRowsTravelInOneStatement() async throws {
    let day = try #require(Day("2026-01-01"))
    let numbers = (0..<10_000).map { $0.isMultiple(of: 7) ? nil : $0 }
    let texts = numbers.map { $0.map { "no \"\($0)\"" } }
    let ids = (0..<10_000).map { HouseholdID(high: UInt64($0), low: ~UInt64($0)) }
    let days = numbers.map { $0.map { day.adding(days: $0) } }
    let flags = (0..<10_000).map { $0.isMultiple(of: 3) }
    try await Database.withConnection { connection in
      let rows = try await connection.query(
        """
        SELECT number, text, id, day, flag
        FROM unnest(\(numbers)::bigint[], \(texts)::text[], \(ids)::uuid[], \(days)::date[],
          \(flags)::bool[]) WITH ORDINALITY AS t (number, text, id, day, flag, place)
        ORDER BY place
        """)
      #expect(rows.count == 10_000)
      #expect(try rows.map { try $0.intIfPresent("number") } == numbers)
      #expect(try rows.map { try $0.textIfPresent("text") } == texts)
      #expect(try rows.map { try $0.uuid("id") } == ids)
      #expect(try rows.map { try $0.dayIfPresent("day") } == days)
      #expect(try rows.map { try $0.bool("flag") } == flags)
    }
  }

  @Test func emptyArraysAreEmpty() async throws {
    try await Database.withConnection { connection in
      let row = try await connection.query(
        """
        SELECT cardinality(\([String]())::text[]) AS texts, cardinality(\([Int]())::int[]) AS ints,
          cardinality(\([HouseholdID]())::uuid[]) AS ids, cardinality(\([Day]())::date[]) AS days,
          cardinality(\([Bool]())::bool[]) AS flags
        """)[0]
      for column in ["texts", "ints", "ids", "days", "flags"] { #expect(try row.int(column) == 0) }
    }
  }

  @Test(arguments: [
    Parameter.text("a\u{0}b"), .texts(["fine", "a\u{0}b"]), .day(Day(ordinal: 9_000_000)),
    .day(Day(ordinal: -9_000_000)), .days([Day(ordinal: -719_163)]),
    .days([Day(ordinal: 2_932_897)]),
  ])
  func whatCannotBeStoredIsRefusedBeforeAnythingIsSent(_ value: Parameter) async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      let error = try await failure {
        _ = try await connection.pipeline(["INSERT INTO t VALUES (1)", "SELECT \(value)"])
      }
      #expect(error.code == .invalidText)
      #expect(error.statementIndex == 1)
      #expect(!error.isTransient)
      #expect(try await connection.query("SELECT count(*) AS n FROM t")[0].int("n") == 0)
    }
  }

  @Test(arguments: [
    (sql: "SELECT 'x' AS value", form: "int"), (sql: "SELECT 1.5 AS value", form: "int"),
    (sql: "SELECT 9223372036854775808 AS value", form: "int"),
    (sql: "SELECT '' AS value", form: "int"), (sql: "SELECT '-' AS value", form: "int"),
    (sql: "SELECT NULL::int AS value", form: "int"), (sql: "SELECT 1 AS other", form: "int"),
    (sql: "SELECT 'infinity'::date AS value", form: "day"),
    (sql: "SELECT '0044-03-15 BC'::date AS value", form: "day"),
    (sql: "SELECT 'yes' AS value", form: "bool"), (sql: "SELECT 'no-uuid' AS value", form: "uuid"),
  ])
  func anUnexpectedValueIsAnErrorThatHoldsNoData(_ row: (sql: String, form: String)) async throws {
    try await Database.withConnection { connection in
      let found = try await connection.query(Query(sql: row.sql))[0]
      let error = try await failure {
        switch row.form {
        case "int": _ = try found.int("value")
        case "day": _ = try found.day("value")
        case "bool": _ = try found.bool("value")
        default: _ = try found.uuid("value")
        }
      }
      #expect(error.code == .unexpectedResult)
      #expect(error.column == "value")
      #expect(!"\(error)".contains("no-uuid"))
    }
  }
}
