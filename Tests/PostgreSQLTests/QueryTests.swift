import PostgreSQL
import Testing
import Vocabulary

@Suite struct QueryTests {
  @Test func everyInterpolatedValueBecomesABind() throws {
    let id = try #require(HouseholdID("6f1d0c2a-93aa-4b1e-8d52-0123456789ab"))
    let day = try #require(Day("2026-04-13"))
    let name: String? = nil
    let query: Query = """
      UPDATE "file" SET name = \(name), due = \(day), owed = \(Cents(183_000)), closed = \(false) \
      WHERE id = \(id) AND version < \(7) AND tag = ANY (\(["a", "b"])::text[])
      """
    #expect(
      query.sql == """
        UPDATE "file" SET name = $1, due = $2, owed = $3, closed = $4 \
        WHERE id = $5 AND version < $6 AND tag = ANY ($7::text[])
        """)
    #expect(
      query.parameters == [
        .null, .day(day), .int(183_000), .bool(false), .uuid(id), .int(7), .texts(["a", "b"]),
      ])
  }

  @Test func anAttackStaysAValue() {
    let attack = "'; DROP TABLE household; --"
    let query: Query = "SELECT \(attack)"
    #expect(query == Query(sql: "SELECT $1", parameters: [.text(attack)]))
  }

  @Test(arguments: [
    (name: "outbox", quoted: #""outbox""#), (name: #"a"b"#, quoted: #""a""b""#),
    (name: #"""#, quoted: #""""""#), (name: "", quoted: #""""#),
  ])
  func anIdentifierIsQuoted(_ row: (name: String, quoted: String)) {
    let query: Query = "TABLE \(identifier: row.name)"
    #expect(query.sql == "TABLE " + row.quoted)
  }

  @Test func rawTextIsLeftAsItIs() {
    let query: Query = "SELECT \(1) \(unsafeRaw: "FOR UPDATE") \(Parameter.null)"
    #expect(query.sql == "SELECT $1 FOR UPDATE $2")
  }
}
