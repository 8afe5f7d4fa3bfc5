import PostgreSQL
import Vocabulary

/// What a service other than the saga counts of a household in a year; of a delay, its days.
struct ServiceCount: Sendable {
  /// How the saga cuts a household.
  struct Segments: Sendable {
    let commission: String, landlord: String, motive: String

    /// Those of a household that the saga does not know.
    static let unknown = Segments(
      commission: "inconnu", landlord: "inconnu", motive: "inconnu")
  }

  let household: HouseholdID?
  private let quantity: Quantity
  private let number: Int
  /// The money or the days that go with the number.
  private let measure: Int?
  /// The segment of a cut of its own.
  private let detail: String?

  /// A row of the columns `household`, `counted`, `number`, `measure` and `detail`.
  init(_ row: PostgreSQL.Row) throws {
    household = try row.uuidIfPresent("household")
    quantity = Quantity(name: try row.text("counted"))
    number = try row.int("number")
    measure = try row.intIfPresent("measure")
    detail = try row.textIfPresent("detail")
  }

  /// Adds it to the whole, to the segments of its household, and to its own.
  func add(to figures: inout YearFigures, _ segments: [HouseholdID: Segments]) {
    add(to: &figures, .all, "")
    if let household {
      let known = segments[household] ?? .unknown
      add(to: &figures, .commission, known.commission)
      add(to: &figures, .landlord, known.landlord)
      add(to: &figures, .motive, known.motive)
    }
    if let detail, let cut = Self.ownCuts[quantity] { add(to: &figures, cut, detail) }
  }

  private func add(to figures: inout YearFigures, _ cut: Cut, _ segment: String) {
    guard !IndicatorLine.delays.contains(quantity) else {
      if let measure { figures.add(number, of: quantity, days: measure, cut, segment) }
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
