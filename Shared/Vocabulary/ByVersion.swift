/// A value that changed on certain days, to be asked by day.
public struct ByVersion<Value> {
  private let first: Value
  private let later: [(since: Day, value: Value)]

  /// A value made of its versions.
  ///
  /// - Parameters:
  ///   - first: The oldest, which also holds for any day before it.
  ///   - later: The others by their first day, the oldest first.
  public init(first: Value, later: [(since: Day, value: Value)]) {
    self.first = first
    self.later = later
  }

  /// A value that never changed.
  public init(always value: Value) { self.init(first: value, later: []) }

  public subscript(_ day: Day) -> Value { later.last { $0.since <= day }?.value ?? first }
}

extension ByVersion: Sendable where Value: Sendable {}
