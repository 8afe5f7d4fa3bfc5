import Contracts
import SocialDiagnosisDomain
import Testing
import Vocabulary

/// domain.md 3.3.1, in the order of the decision.
@Suite struct CapacityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var resources: Int? = 150_000
    var rent = 50_000
    var fixed = 20_000
    var debt = 180_000
    var resumed = true
    var stays = true
    let conclusion: Capacity.Conclusion
    let measure: Capacity.Measure
  }

  static let cases = [
    Case(
      testDescription: "rent paid again, plan bearable", conclusion: .maintien, measure: .plan),
    Case(testDescription: "nothing owed", debt: 0, conclusion: .maintien, measure: .none),
    Case(
      testDescription: "resources unknown, even for one who wishes to leave", resources: nil,
      stays: false, conclusion: .indetermine, measure: .resourcesToKnow),
    Case(
      testDescription: "wishes to leave a dwelling that he could keep", stays: false,
      conclusion: .relogement, measure: .wishToLeave),
    Case(
      testDescription: "effort above a third, even with a small debt", rent: 66_000, debt: 100,
      conclusion: .relogement, measure: .cheaperDwelling),
    Case(
      testDescription: "effort low but too little left to live on", fixed: 85_100,
      conclusion: .relogement, measure: .cheaperDwelling),
    Case(
      testDescription: "no resources at all", resources: 0, conclusion: .relogement,
      measure: .cheaperDwelling),
    Case(
      testDescription: "rent not paid again yet", resumed: false,
      conclusion: .maintienSousCondition, measure: .rentToResume),
    Case(
      testDescription: "a plan cannot carry it, the FSL can", fixed: 84_000, debt: 180_000,
      conclusion: .maintienSousCondition, measure: .fsl),
    Case(
      testDescription: "above the ceiling of the FSL", fixed: 70_000, debt: 900_000,
      conclusion: .maintienSousCondition, measure: .surendettement),
  ]

  @Test(arguments: cases) func theDwellingIsLookedAtBeforeTheDebt(_ item: Case) throws {
    let content = try diagnostic(
      on: "2017-10-02", resources: item.resources, rent: item.rent, fixed: item.fixed,
      debt: item.debt, resumed: item.resumed, stays: item.stays)
    let capacity = Capacity(of: content, by: CapacityThresholds())
    #expect(capacity.conclusion == item.conclusion)
    #expect(capacity.measure == item.measure)
  }

  @Test func theIndicatorsAreThoseOfTheFormula() throws {
    let content = try diagnostic(on: "2017-10-02", adults: 2, children: 2)
    let capacity = Capacity(of: content, by: CapacityThresholds())
    // 1 + 0.5 + 2 × 0.3 = 2.1 consumption units.
    #expect(capacity.consumptionUnitTenths == 21)
    // (500 + 50 - 200) / 1 500 = 23.33 %.
    #expect(capacity.effort == 2_333)
    // (1 500 + 200 - 550 - 200) / 2.1 = 452.38 €.
    #expect(capacity.leftPerUnit == Cents(45_238))
    // 950 - 2.1 × 300 = 320 €.
    #expect(capacity.repayment == Cents(32_000))
  }

  @Test(arguments: [
    (36 * 35_000, Capacity.Measure.plan), (36 * 35_000 + 1, .surendettement),
  ])
  func aPlanIsBearableToTheCentAndNoFurther(_ debt: Int, _ measure: Capacity.Measure) throws {
    // 1 500 + 200 - 550 - 500 = 650; 650 - 300 = 350 € a month.
    let content = try diagnostic(on: "2017-10-02", fixed: 50_000, debt: debt)
    let capacity = Capacity(of: content, by: CapacityThresholds())
    #expect(capacity.repayment == Cents(35_000))
    #expect(capacity.measure == measure)
  }

  @Test(arguments: [Int.max, Int.min, -1, 0, 1])
  func noAmountFromOutsideMakesTheArithmeticTrap(_ amount: Int) throws {
    for children in [0, Int.max, Int.min] {
      let content = try diagnostic(
        on: "2017-10-02", resources: amount, aid: amount, rent: amount, charges: amount,
        fixed: amount, debt: amount, adults: children, children: children)
      _ = Capacity(of: content, by: CapacityThresholds())
    }
    let content = try diagnostic(on: "2017-10-02", rent: amount)
    _ = Capacity(of: content, by: CapacityThresholds())
  }
}
