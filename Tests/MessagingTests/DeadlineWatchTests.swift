import Testing
import Vocabulary

@testable import Messaging

/// When deadlines are looked for: pure.
@Suite struct DeadlineWatchTests {
  private let start = ContinuousClock.now

  @Test func deadlinesAreLookedForOnANewDayAndInTheSweep() {
    let limits = Limits()
    let watch = Watch(limits)
    let day = Sample.day
    #expect(watch.looks(on: day, at: start))
    watch.found(done: 0, stuck: 0, at: start)
    #expect(watch.rest(at: start) == limits.dayLook)
    #expect(!watch.looks(on: day, at: start + limits.sweepPause - .milliseconds(1)))
    #expect(watch.looks(on: day.adding(days: 1), at: start + .milliseconds(20)))
    #expect(!watch.looks(on: day.adding(days: 1), at: start + .milliseconds(40)))
    #expect(watch.looks(on: day.adding(days: 1), at: start + .milliseconds(20) + limits.sweepPause))
  }

  @Test func whereADeadlineFiredOrWasArmedThereMayBeMore() {
    let watch = Watch(Limits())
    #expect(watch.looks(on: Sample.day, at: start))
    watch.found(done: 1, stuck: 0, at: start)
    #expect(watch.rest(at: start) == .zero)
    #expect(watch.looks(on: Sample.day, at: start))
    watch.found(done: 0, stuck: 0, at: start)
    #expect(!watch.looks(on: Sample.day, at: start))
    watch.progressed()
    #expect(watch.looks(on: Sample.day, at: start))
  }

  @Test func deadlinesThatAreStuckAreTriedEverMoreSeldom() {
    var limits = Limits()
    limits.dayLook = limits.longestDeadlinePause * 2
    let watch = Watch(limits)
    var (now, waits) = (start, [Duration]())
    for _ in 0..<16 {
      #expect(watch.looks(on: Sample.day, at: now))
      watch.found(done: 0, stuck: 3, at: now)
      waits.append(watch.rest(at: now))
      now += watch.rest(at: now)
    }
    #expect(waits.first == limits.idlePause * 2)
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 == min($0 * 2, waits[15]) })
    #expect(waits.last == limits.longestDeadlinePause)
    watch.found(done: 0, stuck: 0, at: now)
    watch.progressed()
    #expect(watch.looks(on: Sample.day, at: now))
    watch.found(done: 0, stuck: 3, at: now)
    #expect(watch.rest(at: now) == limits.idlePause * 2, "it begins anew")
  }
}

/// One that an expectation may ask.
private final class Watch {
  private var watch: DeadlineWatch

  init(_ limits: Limits) { watch = DeadlineWatch(limits) }

  func looks(on day: Day, at now: ContinuousClock.Instant) -> Bool {
    watch.looks(on: day, at: now)
  }

  func found(done: Int, stuck: Int, at now: ContinuousClock.Instant) {
    watch.found(done: done, stuck: stuck, at: now)
  }

  func progressed() { watch.progressed() }

  func rest(at now: ContinuousClock.Instant) -> Duration { watch.rest(at: now) }
}
