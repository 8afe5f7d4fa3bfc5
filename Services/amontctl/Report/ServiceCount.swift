import OperatorReading
import PostgreSQL

/// How the saga cuts households.
struct Segments: Sendable, Hashable {
  let commission: String, landlord: String, motive: String

  /// Those of a household that the saga does not know.
  static let unknown = Segments(commission: "inconnu", landlord: "inconnu", motive: "inconnu")
}

/// What a service other than the saga counts in a year, of the households of the same segments; of
/// a delay, of those that waited as many days.
struct ServiceCount: Sendable {
  private let quantity: Quantity
  private let number: Int
  /// The money or the days that go with the number.
  private let measure: Int?
  private let days: Int?
  /// The segment of a cut of its own.
  private let detail: String?
  /// `nil` for what is of no household.
  private let segments: Segments?

  /// A row of ``ServiceDatabases/byPlace(_:_:)``, `place` telling one of those segments.
  init(_ row: PostgreSQL.Row, _ known: [Segments]) throws {
    quantity = Quantity(name: try row.text("counted"))
    number = try row.int("number")
    measure = try row.intIfPresent("measure")
    days = try row.intIfPresent("days")
    detail = try row.textIfPresent("detail")
    let place = try row.intIfPresent("place")
    segments =
      try row.bool("is_of_household")
      ? place.flatMap { known.indices.contains($0) ? known[$0] : nil } ?? .unknown : nil
  }

  /// Adds it to the whole, to its segments, and to its own.
  func add(to figures: inout YearFigures) {
    add(to: &figures, .all, "")
    if let segments {
      add(to: &figures, .commission, segments.commission)
      add(to: &figures, .landlord, segments.landlord)
      add(to: &figures, .motive, segments.motive)
    }
    if let detail, let cut = Self.ownCuts[quantity] { add(to: &figures, cut, detail) }
  }

  private func add(to figures: inout YearFigures, _ cut: Cut, _ segment: String) {
    guard !IndicatorLine.delays.contains(quantity) else {
      if let days { figures.add(number, of: quantity, days: days, cut, segment) }
      return
    }
    figures.add(number, of: quantity, cut, segment)
    if let measure { figures.add(measure, of: quantity.measure, cut, segment) }
  }

  private static let ownCuts: [Quantity: Cut] = Dictionary(
    IndicatorLine.all.flatMap { line in
      line.cuts.filter { !Cut.usual.contains($0) }.compactMap { cut in
        line.counts.first.map { ($0, cut) }
      }
    }, uniquingKeysWith: { first, _ in first })
}
