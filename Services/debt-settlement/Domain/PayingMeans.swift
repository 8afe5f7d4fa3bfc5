public import Contracts
import Indicators
public import Vocabulary

/// What the settlement remembers of the household's means: what it can pay, no more.
public struct PayingMeans: Sendable, Hashable {
  /// The day of the diagnosis.
  public var on: Day
  /// What can be asked each month for the debt; `nil` while resources are unknown.
  public var capacity: Cents?
  /// The formula by which it was computed.
  public var formula: String
  /// Whether it has other debts, above what the Charte neglects.
  public var hasOtherDebts: Bool
  /// Whether the full current rent is paid again.
  public var isRentPaidAgain: Bool
  /// Whether it has no housing aid: its rights are to be verified first.
  public var isWithoutAid: Bool
  /// Whether somebody was told so.
  public var areRightsTold: Bool

  /// Means made of their parts.
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

/// A commandement de payer and the days of its delay.
public struct NoticeRun: Sendable, Hashable {
  /// The day on which it was served.
  public var servedOn: Day
  /// The last day of its delay (CDP.delai).
  public var due: Day

  /// A commandement served that day.
  public init(servedOn day: Day, due: Day) {
    self.servedOn = day
    self.due = due
  }

  /// Whether its delay runs on that day: what is paid then keeps the clause from playing.
  public func runs(on day: Day) -> Bool { servedOn <= day && day <= due }
}

/// The instalment that the judge fixed.
public struct JudgeInstalment: Sendable, Hashable {
  /// The day of the judgment.
  public var on: Day
  /// What is paid each month; the last instalment is adjusted.
  public var amount: Cents

  /// An instalment made of its parts.
  public init(on day: Day, amount: Cents) {
    self.on = day
    self.amount = amount
  }
}
