import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// C. consom. art. L721-3: until recevabilité nobody can tell a household that has deposited a file
/// from one that has not.
@Suite struct SecrecyTests {
  private let life: [(Trigger, Day)] = [
    (.noticeServed, "2017-10-03"), (.diagnosedCanStay, "2017-10-16"), (.planRefused, "2017-11-14"),
    (.noticeExpired, "2017-12-05"), (.summonsServed, "2018-01-10"), (.dsfSent, "2018-03-01"),
    (.evictionOrdered, "2018-04-10"), (.quitOrderServed, "2018-05-10"),
  ]

  private func tell(depositAfter index: Int?) throws -> Story {
    var story = Story(from: "2017-10-03")
    for (rank, event) in life.enumerated() where event.0 != .noticeExpired {
      try story.hear(event.0, on: event.1, hearing: event.0 == .summonsServed ? "2018-03-20" : nil)
      if rank == index { try story.hear(.surendettementFiled, on: event.1) }
      if rank == index { try story.hear(.surendettementRefused, on: event.1) }
    }
    return story
  }

  @Test(arguments: 0..<8) func aDepositChangesNothingThatAnybodySees(_ index: Int) throws {
    let with = try tell(depositAfter: index)
    let without = try tell(depositAfter: nil)
    #expect(with.sent == without.sent)
    #expect(with.armed.mapValues(\.firesOn) == without.armed.mapValues(\.firesOn))
    #expect(with.dossier.situation == without.dossier.situation)
    let shown = with.lines.filter { !$0.isSecret }.map(\.text)
    #expect(shown == without.lines.map(\.text))
    if index != 3 { #expect(with.lines.filter(\.isSecret).count == 2) }
  }
}
