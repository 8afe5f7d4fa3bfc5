import Contracts
import Testing
import Vocabulary

@testable import amontctl

@Suite("Deadlines for an agenda and for a spreadsheet") struct DeadlineListTests {
  private func calendar() throws -> String {
    ICalendar.text(
      of: [
        try armed(.sagaOrchestrator, "procedure.noticeExpired"),
        try armed(.rehousing, "offer.reply", due: "2017-12-31", reason: ""),
      ], stamp: "20171113T090000Z")
  }

  @Test("A calendar has an all-day event a deadline, on its last day")
  func anEventADeadline() throws {
    let lines = try calendar().split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 2)
    #expect(lines.contains("DTSTART;VALUE=DATE:20171113"))
    #expect(lines.contains("DTEND;VALUE=DATE:20180101"))
  }

  @Test("No line is longer than 75 octets, no character is cut, and unfolding gives the text back")
  func linesAreFolded() throws {
    let long = String(repeating: "é’🏠, ; \\ ", count: 40)
    let folded = ICalendar.fold("SUMMARY:" + long)
    #expect(folded.split(separator: "\r\n").count > 5)
    for line in try folded.split(separator: "\r\n") + calendar().split(separator: "\r\n") {
      #expect(line.utf8.count <= ICalendar.octets)
      #expect(!line.utf8.contains(0x0A))
    }
    #expect(folded.replacing("\r\n ", with: "") == "SUMMARY:" + long)
  }

  @Test(
    "A text is escaped as RFC 5545 says",
    arguments: [
      ("a, b; c", #"a\, b\; c"#), (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\nb"#),
      ("l’été : « oui »", "l’été : « oui »"),
    ])
  func aTextIsEscaped(_ row: (text: String, escaped: String)) {
    #expect(ICalendar.escape(row.text) == row.escaped)
  }

  @Test("A deadline that moves keeps its identifier, and two deadlines never share one")
  func identifiersAreStable() throws {
    func identifiers(_ text: String) -> [Substring] {
      text.replacing("\r\n ", with: "").split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    let moved = try armed(.rehousing, "offer.reply", due: "2018-02-01")
    let after = ICalendar.text(of: [moved], stamp: "20171114T090000Z")
    let before = identifiers(try calendar())
    #expect(Set(before).count == 2)
    #expect(before.last == identifiers(after).first)
  }

  @Test("A cell with a comma, a quote or a line end is quoted")
  func cellsAreQuoted() throws {
    #expect(CSV.line(["a", "b,c", "d\"e", "f\ng", ""]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
    let lines = DeadlineList([try armed(.courtLiaison, "jex.delays")]).csv
    #expect(lines.split(separator: "\r\n").count == 2)
    #expect(lines.contains("\"loi 89-462, art. 24 I\""))
  }
}
