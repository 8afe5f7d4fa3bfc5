public import Vocabulary

/// The scale by which wages may be seized (C. trav. R3252-2). It is revised each year, so it is a
/// parameter of whoever computes.
public struct SeizureScale: Sendable, Hashable {
  /// One part of the yearly wage: up to where it goes, and what share of it may be seized.
  public struct Band: Sendable, Hashable {
    /// The upper end of the band, by year.
    public let through: Cents
    public let numerator: Int
    public let denominator: Int

    public init(through: Cents, _ numerator: Int, of denominator: Int) {
      self.through = through
      self.numerator = max(numerator, 0)
      self.denominator = max(denominator, 1)
    }
  }
  /// The bands, the lowest first; what lies above the last one may be seized in full.
  public let bands: [Band]
  /// By how much each dependant raises every end, by year.
  public let perDependant: Cents

  /// The scale of 2017 (décret 2016-1876), known to the trade and not read in a source.
  public static let of2017 = SeizureScale(
    bands: [
      Band(through: Cents(3_730_00), 1, of: 20), Band(through: Cents(7_280_00), 1, of: 10),
      Band(through: Cents(10_850_00), 1, of: 5), Band(through: Cents(14_410_00), 1, of: 4),
      Band(through: Cents(17_970_00), 1, of: 3), Band(through: Cents(21_590_00), 2, of: 3),
    ], perDependant: Cents(1_420_00))

  /// What may be seized of the resources of one month.
  public func seizable(ofMonth amount: Cents, dependants: Int) -> Cents {
    let yearly = Means.bounded(amount) * 12
    let raise = Means.bounded(perDependant) * min(max(dependants, 0), Means.mostPersons)
    var total = 0
    var floor = 0
    for band in bands {
      let end = Means.bounded(band.through) + raise
      total += max(min(yearly, end) - floor, 0) * band.numerator / band.denominator
      floor = max(floor, end)
    }
    return Cents((total + max(yearly - floor, 0)) / 12)
  }
}
