/// A set of circumstances, small enough to explore millions of them.
public struct Circumstances: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  public init(arrayLiteral elements: Circumstance...) { self.init(elements) }

  public init(_ elements: some Sequence<Circumstance>) {
    bits = elements.reduce(0) { $0 | $1.bit }
  }

  /// What is true of a household that Amont has just heard of: no eviction order was served.
  public static let initial: Circumstances = [.quitPeriodNotRun]

  public static let protections = Circumstances(Circumstance.protections)
  public static let bars = Circumstances(Circumstance.bars)

  /// Whether nothing is in the set.
  public var isEmpty: Bool { bits == 0 }

  /// Whether the circumstance holds.
  public func contains(_ circumstance: Circumstance) -> Bool { bits & circumstance.bit != 0 }

  /// What holds in this set or in the other.
  public func union(_ other: Circumstances) -> Circumstances {
    Circumstances(bits: bits | other.bits)
  }

  /// What holds in both sets.
  public func intersection(_ other: Circumstances) -> Circumstances {
    Circumstances(bits: bits & other.bits)
  }

  /// What holds in this set and not in the other.
  public func subtracting(_ other: Circumstances) -> Circumstances {
    Circumstances(bits: bits & ~other.bits)
  }

  /// Adds a circumstance.
  public mutating func insert(_ circumstance: Circumstance) { bits |= circumstance.bit }

  /// Takes a circumstance out.
  public mutating func remove(_ circumstance: Circumstance) { bits &= ~circumstance.bit }

  /// Adds the circumstance or takes it out.
  public mutating func set(_ circumstance: Circumstance, to holds: Bool) {
    if holds { insert(circumstance) } else { remove(circumstance) }
  }

  /// The circumstances, in the order in which they are declared.
  public var elements: [Circumstance] { Circumstance.allCases.filter(contains) }
}

extension Circumstances: Codable {
  /// Reads the names of circumstances.
  ///
  /// - Throws: `DecodingError` for a name that this build does not know.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Circumstance].self))
  }

  /// Writes the names of the circumstances, in the order in which they are declared.
  ///
  /// - Throws: `EncodingError`; no set can cause it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(elements)
  }
}
