import Casework
public import Contracts
import Indicators
import LegalCalendar
public import Vocabulary

/// What the settlement remembers of the household's means: what it can pay, no more.
public struct PayingMeans: Sendable, Hashable {
  public var on: Day
  /// What can be asked each month for the debt; `nil` while resources are unknown.
  public var capacity: Cents?
  public var formula: String
  /// Whether it has other debts, above what the Charte neglects.
  public var hasOtherDebts: Bool
  /// Whether the full current rent is paid again.
  public var isRentPaidAgain: Bool
  /// Whether it has no housing aid: its rights are to be verified first.
  public var isWithoutAid: Bool
  /// Whether somebody was told so.
  public var areRightsTold: Bool

  public init(
    on day: Day, capacity: Cents?, formula: String, hasOtherDebts: Bool, isRentPaidAgain: Bool,
    isWithoutAid: Bool, areRightsTold: Bool = false
  ) {
    self.on = day
    self.capacity = capacity
    self.formula = formula
    self.hasOtherDebts = hasOtherDebts
    self.isRentPaidAgain = isRentPaidAgain
    self.isWithoutAid = isWithoutAid
    self.areRightsTold = areRightsTold
  }

  /// The means that a diagnosis shows.
  public init(of diagnostic: Diagnostic, by charter: SettlementCharter) {
    let means = Means(
      resources: diagnostic.ressources, aid: diagnostic.aide, rent: diagnostic.loyer,
      charges: diagnostic.charges, fixedCharges: diagnostic.charges_fixes,
      adults: diagnostic.adultes, children: diagnostic.enfants)
    self.init(
      on: diagnostic.date, capacity: charter.capacity.capacity(of: means),
      formula: charter.capacity.id,
      hasOtherDebts: diagnostic.autres_dettes > charter.negligibleOtherDebts,
      isRentPaidAgain: diagnostic.loyer_repris, isWithoutAid: diagnostic.aide <= .zero)
  }
}
