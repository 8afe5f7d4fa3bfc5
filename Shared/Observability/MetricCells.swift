import CoreMetrics
import Synchronization

/// Which series of which family a cell holds; the registry finds it again by this.
struct SeriesName: Hashable, Sendable {
  let family: String
  /// The labels as the text format writes them between braces, sorted: `event="x",outcome="y"`.
  let labels: String
}

/// A count that only grows.
final class CounterCell: CounterHandler, FloatingPointCounterHandler, Sendable {
  let name: SeriesName
  private let total = Mutex(0.0)

  init(name: SeriesName) { self.name = name }

  var value: Double { total.withLock { $0 } }

  func increment(by amount: Int64) { increment(by: Double(amount)) }

  func increment(by amount: Double) {
    // A counter that falls is read as a restart, so what would lower it or spoil it is left out.
    guard amount > 0, amount.isFinite else { return }
    total.withLock { $0 += amount }
  }

  func reset() { total.withLock { $0 = 0 } }
}

/// A value that goes up and down.
final class GaugeCell: RecorderHandler, MeterHandler, Sendable {
  let name: SeriesName
  private let current = Mutex(0.0)

  init(name: SeriesName) { self.name = name }

  var value: Double { current.withLock { $0 } }

  func set(_ value: Double) { current.withLock { $0 = value } }
  func set(_ value: Int64) { set(Double(value)) }
  func record(_ value: Double) { set(value) }
  func record(_ value: Int64) { set(Double(value)) }
  func increment(by amount: Double) { current.withLock { $0 += amount } }
  func decrement(by amount: Double) { current.withLock { $0 -= amount } }
}

/// A distribution over fixed buckets.
final class HistogramCell: TimerHandler, RecorderHandler, Sendable {
  /// What a histogram has seen.
  struct Reading: Equatable {
    /// How many values fell into each bucket alone; the last is beyond every bound.
    var counts: [UInt64]
    var sum: Double
  }

  let name: SeriesName
  let bounds: [Double]
  private let seen: Mutex<Reading>

  init(name: SeriesName, bounds: [Double]) {
    self.name = name
    self.bounds = bounds
    seen = Mutex(Reading(counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
  }

  var reading: Reading { seen.withLock { $0 } }

  func record(_ value: Double) {
    guard value.isFinite else { return }
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    seen.withLock {
      $0.counts[bucket] += 1
      $0.sum += value
    }
  }

  func record(_ value: Int64) { record(Double(value)) }

  func recordNanoseconds(_ duration: Int64) {
    // A clock that was set back must not make a duration negative.
    record(max(0, Double(duration) / 1e9))
  }
}
