/// A value for some cases of an enum, found by the case's place and never by its name: the saga
/// looks cells up for every message.
public struct CaseTable<Case: CaseIterable & Sendable, Value: Hashable & Sendable>: Hashable,
  Sendable
where Case.AllCases == [Case] {
  private var values: [Value?]

  /// A table without values.
  ///
  /// - Precondition: An enum without payloads is stored in one byte, as its place among all cases.
  public init() {
    let places = Case.allCases.map(Self.place)
    precondition(places == Array(places.indices), "\(Case.self) is not stored as its place")
    values = Array(repeating: nil, count: places.count)
  }

  public init(_ pairs: [(Case, Value)]) {
    self.init()
    for (one, value) in pairs { self[one] = value }
  }

  /// The value of a case; `nil` where it has none.
  public subscript(_ one: Case) -> Value? {
    get { values[Self.place(one)] }
    set { values[Self.place(one)] = newValue }
  }

  private static func place(_ one: Case) -> Int { withUnsafeBytes(of: one) { Int($0.first ?? 0) } }
}
