import LegalCalendar
import Testing
import Vocabulary

/// When a commandement de payer ends (loi 89-462, art. 24 I).
@Suite struct NoticeTests {
  @Test(arguments: [
    // The lease decides, whatever the day of the act.
    ("2024-04-01", "2015-03-01", nil, "2024-06-03", "2 mois"),
    ("2024-04-01", "2024-01-01", nil, "2024-05-13", "6 semaines"),
    // What is written in the act prevails.
    ("2024-04-01", "2024-01-01", Delay.months(2), "2024-06-03", "2 mois"),
    ("2024-04-01", nil, Delay.weeks(6), "2024-05-13", "6 semaines"),
    // Nobody knows the lease: two months, said as the prudent answer.
    ("2024-04-01", nil, nil, "2024-06-03", "2 mois"),
    ("2017-09-12", nil, nil, "2017-11-13", "2 mois"),
  ])
  func aCommandementEndsByItsLease(
    _ served: String, _ lease: String?, _ written: Delay?, _ due: String, _ delay: String
  ) throws {
    let deadline = try LegalCalendar.metropole.noticeDeadline(
      served: day(served), written: written, lease: lease.map { try day($0) })
    #expect(deadline.due == (try day(due)))
    #expect(deadline.delay == delay)
    #expect(deadline.rule == "CDP.delai")
  }

  @Test(arguments: [
    ("2024-04-01", nil, true), ("2023-07-29", nil, true), ("2023-07-28", nil, false),
    ("2024-04-01", "2015-03-01", false),
  ])
  func whereTheLeaseIsNotKnownTheDeadlineSaysSo(
    _ served: String, _ lease: String?, _ isSaid: Bool
  ) throws {
    let deadline = try LegalCalendar.metropole.noticeDeadline(
      served: day(served), lease: lease.map { try day($0) })
    #expect(deadline.article.contains("bail non connu") == isSaid)
  }
}
