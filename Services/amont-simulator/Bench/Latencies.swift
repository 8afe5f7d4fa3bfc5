/// How long many things took, exactly: the longest run measures some hundred thousand, so no
/// histogram is needed, and none of its bounds rounds a figure.
struct Latencies: Sendable, CustomStringConvertible {
  private let sorted: [Duration]

  /// In whatever order they were measured.
  init(_ latencies: [Duration]) { sorted = latencies.sorted() }

  /// How many were measured.
  var count: Int { sorted.count }

  /// What that share of a hundred did not exceed.
  func at(_ share: Int) -> Duration {
    sorted.isEmpty ? .zero : sorted[min(sorted.count - 1, sorted.count * share / 100)]
  }

  var description: String {
    "n=\(count)  p50=\(at(50).inTenthsOfMilliseconds)ms  p99=\(at(99).inTenthsOfMilliseconds)ms"
  }
}
