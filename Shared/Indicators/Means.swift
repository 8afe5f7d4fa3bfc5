public import Vocabulary

/// What a household has and must pay each month: the figures that every indicator starts from.
///
/// Amounts are those of one month. They come from outside, so every formula bounds them first: no
/// figure may make the arithmetic trap.
public struct Means: Sendable, Hashable {
  /// Net resources without the housing aid; `nil` where they are not known.
  public let resources: Cents?
  public let aid: Cents
  /// The rent, without charges.
  public let rent: Cents
  public let charges: Cents
  /// Other fixed charges: energy, insurance, taxes, credits, alimony, transport to work.
  public let fixedCharges: Cents
  /// Persons of 14 or more.
  public let adults: Int
  /// Children under 14.
  public let children: Int

  public init(
    resources: Cents?, aid: Cents, rent: Cents, charges: Cents, fixedCharges: Cents, adults: Int,
    children: Int
  ) {
    self.resources = resources
    self.aid = aid
    self.rent = rent
    self.charges = charges
    self.fixedCharges = fixedCharges
    self.adults = adults
    self.children = children
  }

  /// A thousand million euros: below it no product of this module overflows.
  static let largestAmount = 100_000_000_000
  /// The most persons of each kind that a formula counts.
  static let mostPersons = 100

  static func bounded(_ amount: Cents) -> Int { min(max(amount.value, 0), largestAmount) }

  /// How many they are, one at least.
  var persons: Int {
    min(max(adults, 1), Means.mostPersons) + min(max(children, 0), Means.mostPersons)
  }

  /// Rent and charges.
  var gross: Int { Means.bounded(rent) + Means.bounded(charges) }

  /// Consumption units, in tenths: 1 for the first person, 0.5 for each other of 14 or more, 0.3
  /// for each younger one (the OECD-modified scale that the INSEE uses).
  public var consumptionUnitTenths: Int {
    let adults = min(max(adults, 1), Means.mostPersons)
    let children = min(max(children, 0), Means.mostPersons)
    return 10 + 5 * (adults - 1) + 3 * children
  }

  /// What the dwelling costs once the aid is deducted: rent + charges - aid.
  public var netHousingCost: Cents { Cents(max(gross - Means.bounded(aid), 0)) }

  /// What is left to live on each month (reste à vivre): resources + aid - rent - charges - fixed
  /// charges; `nil` while resources are unknown.
  public var left: Cents? {
    guard let resources else { return nil }
    return Cents(
      Means.bounded(resources) + Means.bounded(aid) - gross - Means.bounded(fixedCharges))
  }

  /// The same, by consumption unit.
  public var leftPerUnit: Cents? { left.map { Cents($0.value * 10 / consumptionUnitTenths) } }

  /// The same, by consumption unit and by day: a month counts thirty.
  public var leftPerUnitAndDay: Cents? { leftPerUnit.map { Cents($0.value / Means.daysOfMonth) } }

  public static let daysOfMonth = 30
}
