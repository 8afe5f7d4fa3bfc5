import Indicators
import Testing
import Vocabulary

/// The indicators of domain.md 3.3.1. Amounts in cents.
@Suite struct IndicatorsTests {
  private func means(
    _ resources: Int?, aid: Int = 0, rent: Int = 0, charges: Int = 0, fixed: Int = 0,
    adults: Int = 1, children: Int = 0
  ) -> Means {
    Means(
      resources: resources.map(Cents.init), aid: Cents(aid), rent: Cents(rent),
      charges: Cents(charges), fixedCharges: Cents(fixed), adults: adults, children: children)
  }

  @Test(arguments: [(1, 0, 10), (2, 0, 15), (2, 2, 21), (1, 3, 19), (0, 0, 10), (-5, -5, 10)])
  func aConsumptionUnitIsThatOfTheINSEE(_ row: (adults: Int, children: Int, tenths: Int)) {
    #expect(
      means(nil, adults: row.adults, children: row.children).consumptionUnitTenths == row.tenths)
  }

  /// The mean complex file of the Hauts-de-Seine in 2016: 1 527 €, rent 710 €, effort 46.5 %.
  @Test func theEffortRateDependsOnItsFormula() {
    let household = means(152_700, rent: 71_000)
    #expect(EffortFormula.netWithoutAid.rate(of: household) == 4_649)
    let aided = means(152_700, aid: 21_000, rent: 71_000)
    #expect(EffortFormula.netWithoutAid.rate(of: aided) == 3_274)
    #expect(EffortFormula.grossWithAid.rate(of: aided) == 4_087)
    #expect(EffortFormula.netWithoutAid.rate(of: means(nil)) == nil)
    #expect(EffortFormula.netWithoutAid.rate(of: means(0, rent: 1)) == EffortFormula.highest)
  }

  @Test func whatIsLeftToLiveOnIsCountedByUnitAndByDay() {
    let household = means(
      152_700, aid: 20_000, rent: 60_000, charges: 8_000, fixed: 14_700, adults: 2, children: 1)
    #expect(household.left == Cents(90_000))
    #expect(household.leftPerUnit == Cents(50_000))
    #expect(household.leftPerUnitAndDay == Cents(1_666))
  }

  @Test func theSimpleCapacityKeepsWhatEachUnitNeeds() {
    let household = means(152_700, aid: 20_000, rent: 60_000, charges: 8_000, fixed: 14_700)
    let formula = RepaymentFormula.simple(keptPerUnit: Cents(30_000))
    #expect(formula.capacity(of: household) == Cents(60_000))
    #expect(formula.capacity(of: means(50_000, rent: 60_000)) == .zero)
    #expect(formula.capacity(of: means(nil)) == nil)
  }

  @Test func theSeizablePartFollowsItsBands() {
    let scale = SeizureScale.of2017
    // 18 000 € a year: 186.50 + 355 + 714 + 890 + 1 186.66 + 20.00 = 3 352.16 €, 279.34 € a month.
    #expect(scale.seizable(ofMonth: Cents(150_000), dependants: 0) == Cents(27_934))
    #expect(scale.seizable(ofMonth: .zero, dependants: 3) == .zero)
    // Above the last end everything may be seized.
    let high = scale.seizable(ofMonth: Cents(300_000), dependants: 0)
    #expect(scale.seizable(ofMonth: Cents(310_000), dependants: 0) == high + Cents(10_000))
    #expect(
      scale.seizable(ofMonth: Cents(150_000), dependants: 2)
        < scale.seizable(ofMonth: Cents(150_000), dependants: 0))
  }

  @Test func theCommissionLeavesTheRSAAndCurrentExpenses() {
    let formula = RepaymentFormula.banqueDeFrance(.of2017, rsa: Cents(53_678))
    #expect(formula.capacity(of: means(150_000, rent: 60_000)) == Cents(27_934))
    #expect(formula.capacity(of: means(54_000)) == Cents(322))
    #expect(formula.capacity(of: means(150_000, rent: 140_000)) == Cents(10_000))
    #expect(formula.capacity(of: means(40_000)) == .zero)
    #expect(formula.id != RepaymentFormula.simple(keptPerUnit: .zero).id)
  }

  @Test(arguments: [
    (183_000, 5_084, true), (183_000, 5_083, false), (0, 0, true), (36, 1, true), (37, 1, false),
  ])
  func aPlanIsBearableInThirtySixMonths(_ row: (debt: Int, capacity: Int, exists: Bool)) {
    #expect(BearablePlan.exists(for: Cents(row.debt), capacity: Cents(row.capacity)) == row.exists)
  }

  @Test(
    arguments: [
      (168_000, 7_000, nil, 24), (168_001, 7_000, nil, 25), (168_000, 7_000, 5_000, 34),
      (168_000, 7_000, 50_000, 24), (900_000, 7_000, nil, 36), (168_000, 7_000, 0, 36),
      (0, 7_000, nil, 36),
    ] as [(Int, Int, Int?, Int)])
  func noInstalmentIsAboveTheCapacity(_ row: (debt: Int, usual: Int, capacity: Int?, count: Int)) {
    #expect(
      BearablePlan.count(
        for: Cents(row.debt), usual: Cents(row.usual), capacity: row.capacity.map(Cents.init))
        == row.count)
  }

  @Test func noAmountFromOutsideTraps() {
    let wild = Means(
      resources: Cents(.max), aid: Cents(.max), rent: Cents(.min), charges: Cents(.max),
      fixedCharges: Cents(.max), adults: .max, children: .max)
    for formula in EffortFormula.allCases { #expect(formula.rate(of: wild) != nil) }
    let bank = RepaymentFormula.banqueDeFrance(.of2017, rsa: Cents(.max))
    #expect(bank.capacity(of: wild) != nil && wild.leftPerUnitAndDay != nil)
  }
}
