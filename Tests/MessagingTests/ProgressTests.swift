import Contracts
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging

/// When to try again, and when to call somebody: pure, with a clock of the test's own.
@Suite struct ProgressTests {
  private let start = ContinuousClock.now
  private let limits = Limits()
  private let message: Handed = {
    var message = Sample.message("a\u{0}\nb")
    message.handover = Handover(queue: "amont.intake", redelivered: true, returns: 3)
    return Handed(message)
  }()

  private func complaint(_ progress: Progress, after seconds: Int) -> String? {
    progress.complaint(
      of: "consume", holdsDeliveries: true, at: start + .seconds(seconds), limits)
  }

  @Test func whatNobodyElseCanMendIsSaidAtOnce() {
    var progress = Progress()
    progress.failed("consume", "database 42501", isLasting: true, message: message, at: start)
    #expect(
      complaint(progress, after: 4) == """
        database 42501, for 4 s, holds up message a\\u{0}\\u{a}b of queue amont.intake, delivered 4 times
        """)
    #expect(
      progress.complaint(of: "relay", holdsDeliveries: false, at: start, limits) == nil)
    progress.progressed("consume")
    #expect(complaint(progress, after: 4) == nil)
  }

  @Test func whatPassesByItselfIsSaidOnceItDoesNot() {
    var progress = Progress()
    progress.failed("consume", "database 57P01", isLasting: false, message: nil, at: start)
    #expect(complaint(progress, after: 1) == nil)
    progress.failed(
      "consume", "database 57P03", isLasting: false, message: nil, at: start + .seconds(6))
    #expect(complaint(progress, after: 7) == "database 57P03, for 7 s")
    // Nothing failed since, and nothing came that could show it: the connection stands again.
    #expect(complaint(progress, after: 70) == nil)
  }

  @Test func aDeliveryThatNobodyAcknowledgesIsNamed() {
    var progress = Progress()
    progress.took(1, message, at: start)
    progress.took(2, Handed(Sample.message("later")), at: start + .seconds(50))
    #expect(complaint(progress, after: 59) == nil)
    let said = complaint(progress, after: 61)
    #expect(said?.hasPrefix("no progress for 61 s, message a\\u{0}") == true)
    progress.acknowledged(1)
    #expect(complaint(progress, after: 61) == nil)
    #expect(complaint(progress, after: 111)?.contains("later") == true)
  }

  @Test(
    arguments: [
      // A few tries on one connection, then another.
      ([.retry, .retry, .retry, .retry], [.retry, .retry, .reconnect, .retry]),
      // At once where the session can do no more.
      ([.reconnect, .reconnect], [.reconnect, .reconnect]),
      ([.wait, .wait, .wait, .wait], [.wait, .wait, .reconnect, .wait]),
    ] as [([Remedy], [Retries.Step])])
  func aSessionIsGivenAFewTries(_ row: (failures: [Remedy], steps: [Retries.Step])) {
    var retries = Retries(limits)
    #expect(row.failures.map { retries.failed($0) } == row.steps)
  }

  @Test(arguments: [(Remedy.reconnect, 2), (.retry, 2), (.wait, 15)])
  func thePauseGrowsUntilSomethingIsDone(_ row: (remedy: Remedy, longest: Int)) {
    var retries = Retries(limits)
    let pauses = (0..<12).map { _ in
      _ = retries.failed(row.remedy)
      return retries.pause
    }
    #expect(pauses.first == .milliseconds(50))
    #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $1 >= $0 })
    #expect(pauses.last == .seconds(row.longest))
  }
}
