import Contracts
import Testing
import Vocabulary

@testable import amontctl

func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// A deadline of 2017 as a service armed it.
func armed(
  _ service: ServiceName, _ kind: String, due: String = "2017-11-13", reason: String = "dimanche"
) throws -> ListedDeadline {
  let household = try #require(HouseholdID("8c1f7a52-4f0e-5d7b-9a6c-2b1d3e4f5a6b"))
  return ListedDeadline(
    service: service, household: household, kind: kind,
    firesOn: try day(due).adding(days: 1),
    deadline: Deadline(
      origin: try day("2017-09-12"), rule: "CDP.delai", article: "loi 89-462, art. 24 I",
      delay: "2 mois", raw: try day("2017-11-12"), due: try day(due), reason: reason))
}
