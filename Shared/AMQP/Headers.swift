/// Values under names, each name once, in the order in which they were set.
///
/// A message of ours has some ten of them. To look through those costs less than to hash them, so
/// this is a list and no dictionary, up to `most` entries.
public struct Headers: Sendable, ExpressibleByDictionaryLiteral, RandomAccessCollection {
  /// One name and its value.
  public typealias Element = (key: String, value: HeaderValue)

  /// Entries that are looked through. A sender may write thousands.
  private static let most = 24

  private var entries: [Element] = []
  /// Where each name stands; empty while there are few.
  private var places: [String: Int] = [:]

  /// None.
  public init() {}

  /// Of names that come twice the last value counts.
  public init(dictionaryLiteral elements: (String, HeaderValue)...) {
    reserveCapacity(elements.count)
    for (name, value) in elements { self[name] = value }
  }

  /// The same entries, in no order.
  public init(_ values: [String: HeaderValue]) {
    reserveCapacity(values.count)
    for (name, value) in values { self[name] = value }
  }

  public var startIndex: Int { entries.startIndex }
  public var endIndex: Int { entries.endIndex }
  public subscript(position: Int) -> Element { entries[position] }

  /// Makes room for so many.
  public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The value of a name; `nil` where there is none, and to take it away.
  public subscript(name: String) -> HeaderValue? {
    get { place(of: name).map { entries[$0].value } }
    set {
      if let newValue { set(newValue, for: name) } else { remove(name) }
    }
  }

  /// Sets the value of a name.
  ///
  /// - Returns: The one that it had.
  @discardableResult
  mutating func set(_ value: HeaderValue, for name: String) -> HeaderValue? {
    if let place = place(of: name) {
      defer { entries[place].value = value }
      return entries[place].value
    }
    entries.append((name, value))
    if !places.isEmpty { places[name] = entries.count - 1 } else if count > Self.most { index() }
    return nil
  }

  private mutating func remove(_ name: String) {
    guard let place = place(of: name) else { return }
    entries.remove(at: place)
    places = [:]
    if count > Self.most { index() }
  }

  private mutating func index() {
    for (place, entry) in entries.enumerated() { places[entry.key] = place }
  }

  private func place(of name: String) -> Int? {
    places.isEmpty ? entries.firstIndex { $0.key == name } : places[name]
  }
}

extension Headers: Hashable {
  /// Whether both have the same values under the same names, whatever their order.
  public static func == (left: Headers, right: Headers) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  /// The same for equal ones.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }))
  }
}
