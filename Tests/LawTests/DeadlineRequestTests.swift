import Contracts
import LegalCalendar
import Testing

@testable import amontctl

/// What `amontctl law deadline` answers, line by line.
@Suite struct DeadlineRequestTests {
  private func answer(_ line: String) throws -> DeadlineRequest.Answer {
    try Wire.decode(DeadlineRequest.self, from: Array(line.utf8)).answer()
  }

  @Test(
    arguments: [
      (
        #"{"origin":"2017-09-12","count":2,"unit":"months","departement":"93"}"#, "2017-11-12",
        "2017-11-13", "dimanche"
      ),
      (#"{"origin":"2024-01-31","count":1,"units":"months"}"#, "2024-02-29", "2024-02-29", ""),
      (
        #"{"origin":"2024-03-15","count":2,"units":"weeks","departement":"67"}"#, "2024-03-29",
        "2024-04-02", "vendredi saint, puis samedi, puis lundi de Pâques"
      ),
      (#"{"origin":"2024-03-15","count":2,"units":"weeks"}"#, "2024-03-29", "2024-03-29", ""),
      (
        #"{"origin":"2018-04-17","count":5,"units":"working-days","before":true}"#, "2018-04-10",
        "2018-04-10", ""
      ),
    ])
  func aRequestGetsItsDays(_ line: String, raw: String, due: String, reason: String) throws {
    let expected = DeadlineRequest.Answer(raw: raw, due: due, reason: reason)
    #expect(try answer(line) == expected)
  }

  @Test(
    arguments: [
      #"{"origin":"2017-02-30","count":2,"units":"months"}"#,
      #"{"origin":"2017-02-03","count":2,"units":"fortnights"}"#,
      #"{"origin":"2017-02-03","count":-1,"units":"days"}"#,
      #"{"origin":"2017-02-03","count":9999999999,"units":"days"}"#,
      #"{"origin":"2100-12-31","count":1,"units":"days"}"#,
      #"{"origin":"2017-02-03","count":1,"units":"days","departement":"99"}"#,
      #"{"origin":"2017-02-03","count":1}"#, "", "[]", "null",
    ])
  func whatCannotBeCountedIsRefused(_ line: String) {
    #expect(throws: (any Error).self) { try answer(line) }
  }
}
