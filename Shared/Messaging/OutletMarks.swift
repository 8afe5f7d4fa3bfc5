import PostgreSQL

/// What the broker said of rows of the outbox, until the database knows it.
struct OutletMarks: Sendable {
  /// Rows that the broker has.
  var confirmed: [Int] = []
  /// Rows that were not published, or of which nothing is known: for the relay.
  var released: Set<Int> = []
  /// Rows that the broker returned or refused, and why; each once, as long as it cannot be written down.
  var refused: [Int: String] = [:]

  var isEmpty: Bool { confirmed.isEmpty && released.isEmpty && refused.isEmpty }

  /// The statements that write them down.
  func queries(instance: String, limits: Limits) -> [Query] {
    (released.isEmpty ? [] : [Outbox.release(released.sorted())])
      + (refused.isEmpty ? [] : [Outbox.refuse(refused, limits: limits)])
      + (confirmed.isEmpty ? [] : [Outbox.confirm(confirmed, instance: instance)])
  }

  static func += (left: inout OutletMarks, right: OutletMarks) {
    left.confirmed += right.confirmed
    left.released.formUnion(right.released)
    left.refused.merge(right.refused) { _, last in last }
  }
}
