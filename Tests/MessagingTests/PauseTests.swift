import AMQP
import Testing

@testable import Messaging

/// What is tried again waits ever longer, and says so once: pure.
@Suite struct PauseTests {
  private let start = ContinuousClock.now

  @Test(arguments: [
    (code: AMQPError.Code.connectionFailed, longest: Limits().longestReconnectPause),
    (code: .confirmTimeout, longest: Limits().longestReconnectPause),
    (code: .notFound, longest: Limits().longestExchangePause),
    (code: .accessRefused, longest: Limits().longestExchangePause),
  ])
  func anExchangeThatFailsIsTriedEverMoreSeldom(_ row: (code: AMQPError.Code, longest: Duration)) {
    let limits = Limits()
    var way = ExchangeWay()
    var (now, last) = (start, Duration.zero)
    #expect(way.mayBeTried(at: now))
    for _ in 0..<20 {
      way.failed(AMQPError(row.code), at: now, limits: limits)
      let pause = way.trouble?.pause ?? .zero
      #expect(pause == min(max(last * 2, limits.firstPause), row.longest))
      #expect(!way.mayBeTried(at: now + pause - .milliseconds(1)))
      #expect(way.mayBeTried(at: now + pause))
      (now, last) = (now + pause, pause)
    }
    #expect(last == row.longest)
    #expect(way.trouble?.since == start, "since the first failure")
    #expect(way.worked()?.since == start)
    #expect(way.trouble == nil)
    way.failed(AMQPError(row.code), at: now, limits: limits)
    #expect(way.trouble?.pause == limits.firstPause, "progress begins anew")
  }

  @Test func oneLineACauseAndMinuteWithWhatWasHeldBack() {
    let limiter = LogLimiter()
    #expect(limiter.admits("a", now: start) == 0)
    for second in 1..<60 { #expect(limiter.admits("a", now: start + .seconds(second)) == nil) }
    #expect(limiter.admits("b", now: start + .seconds(1)) == 0, "another cause has its own line")
    #expect(limiter.admits("a", now: start + .seconds(60)) == 59)
    #expect(limiter.admits("a", now: start + .seconds(61)) == nil)
    limiter.forget("a")
    #expect(limiter.admits("a", now: start + .seconds(62)) == 0)
  }

  @Test func whatIsSeldomThereIsLookedForEverMoreSeldomUntilSomethingIsDone() {
    let limits = Limits()
    let pace = LookPace(limits)
    var (now, waits) = (start, [Duration]())
    #expect(pace.looks(at: now))
    for _ in 0..<10 {
      let last = now
      while !pace.looks(at: now) { now += .milliseconds(1) }
      waits.append(now - last)
    }
    #expect(waits.first == limits.idlePause)
    #expect(waits.last == limits.sweepPause)
    #expect(waits == waits.sorted())
    pace.progressed()
    #expect(pace.rest(at: now) == .zero)
    #expect(pace.looks(at: now))
  }

  @Test func whoeverIsToldAgainAndAgainStillLooksSeldom() {
    let limits = Limits()
    let pace = LookPace(limits)
    pace.told()
    #expect(pace.looks(at: start), "the first look waits for nobody")
    var (now, looks) = (start, 0)
    while now < start + .seconds(10) {
      now += .milliseconds(1)
      pace.told()
      if pace.looks(at: now) { looks += 1 }
    }
    #expect(looks >= 90 && looks <= 110)
    for _ in 0..<12 {
      now += limits.sweepPause
      #expect(pace.looks(at: now))
    }
    now += .seconds(1)
    #expect(!pace.looks(at: now))
    pace.told()
    #expect(pace.looks(at: now))
  }

  @Test func whatFailedIsTriedAgainAtItsMomentHoweverFarTheNextLook() {
    let limits = Limits()
    let pace = LookPace(limits)
    var now = start
    for _ in 0..<12 {
      #expect(pace.looks(at: now))
      now += limits.sweepPause
    }
    now += .milliseconds(1)
    #expect(pace.looks(at: now))
    let (first, second) = (now + .milliseconds(100), now + .milliseconds(300))
    #expect(pace.rest(at: now) == limits.sweepPause)
    #expect(pace.rest(at: now, orFor: [second, first, now]) == .milliseconds(100))
    #expect(!pace.looks(at: first - .milliseconds(1), orFor: [first, second]))
    #expect(pace.looks(at: first, orFor: [first, second]))
    #expect(!pace.looks(at: first + .milliseconds(1), orFor: [first, second]), "once")
    #expect(pace.rest(at: first, orFor: [first, second]) == .milliseconds(200))
    #expect(pace.looks(at: second + .milliseconds(5), orFor: [first, second]))
  }

  @Test func anExchangeThatCanBeReachedAgainIsTriedAtOnce() async throws {
    let limits = Limits()
    var way = ExchangeWay()
    for _ in 0..<9 { way.failed(AMQPError(.notFound), at: start, limits: limits) }
    #expect(!way.mayBeTried(at: start + .seconds(1)))
    way.reached(at: start + .seconds(1))
    #expect(way.mayBeTried(at: start + .seconds(1)))
    #expect(way.trouble?.since == start, "until something goes out")
  }
}
