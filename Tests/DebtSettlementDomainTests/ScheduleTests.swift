import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

@Suite struct ScheduleTests {
  /// A plan of three instalments of 50 €, the first on 5 March 2018.
  private func planned() throws -> Dossier {
    var dossier = Dossier()
    try dossier.arrears(of: 15_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    try dossier.landlord(agrees: true, dated: "2018-02-01", count: 3, first: "2018-03-05")
    return dossier
  }

  @Test func aPlanKeptToTheEndClearsTheDebt() throws {
    var dossier = try planned()
    #expect(dossier.due(.instalment) == "2018-03-05")
    try dossier.pay(1, 5_000, dated: "2018-03-04")
    #expect(dossier.due(.instalment) == "2018-04-05")
    try dossier.pay(2, 5_000, dated: "2018-04-05")
    try dossier.pay(3, 5_000, dated: "2018-05-03")
    #expect(dossier.lastFacts == [.planCompleted, .debtCleared])
    #expect(dossier.armed.isEmpty)
  }

  @Test func anInstalmentIsLateForFiveDaysThenThePlanIsBrokenAndTheFSLAsked() throws {
    var dossier = try planned()
    try dossier.fire(.instalment)
    #expect(
      dossier.lastNotices == [
        "echeance-impayee → kind.menage", "echeance-impayee → kind.service-social",
      ])
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.due(.grace) == "2018-03-10")
    try dossier.fire(.grace)
    #expect(dossier.lastFacts == [.planBroken, .settlementStarted])
    #expect(dossier.lastNotices.last == "fsl-demande → kind.fsl")
    #expect(dossier.facts.dropLast().last?.on.description == "2018-03-11")
  }

  @Test func anInstalmentPaidWithinTheToleranceKeepsThePlan() throws {
    var dossier = try planned()
    try dossier.fire(.instalment)
    try dossier.pay(1, 5_000, dated: "2018-03-08")
    #expect(dossier.due(.grace) == nil)
    #expect(dossier.due(.instalment) == "2018-04-05")
  }

  @Test func aPaymentMadeInTimeAndToldLateRestoresThePlan() throws {
    var dossier = try planned()
    try dossier.fire(.instalment)
    try dossier.fire(.grace)
    try dossier.pay(1, 5_000, dated: "2018-03-15", on: "2018-03-20")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.pay(1, 5_000, dated: "2018-03-02", on: "2018-03-21")
    #expect(dossier.lastFacts == [.planAgreed])
    #expect(dossier.due(.instalment) == "2018-04-05")
  }

  @Test func aPaymentToldBeforeItsPlanCountsAndATokenPaymentDoesNot() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 15_000, dated: "2018-01-08")
    try dossier.pay(1, 5_000, dated: "2018-03-01")
    try dossier.landlord(
      agrees: true, dated: "2018-02-01", count: 3, first: "2018-03-05", on: "2018-03-02")
    #expect(dossier.due(.instalment) == "2018-04-05")
    try dossier.pay(2, 100, dated: "2018-04-02")
    #expect(dossier.due(.instalment) == "2018-04-05")
    try dossier.pay(2, 100, dated: "2018-04-02")
    #expect(dossier.file?.payments.count == 2)
  }

  /// SC06: 36 instalments from 10 July 2018 to 10 June 2021, all paid.
  @Test func theJudgesScheduleIsKeptToTheEnd() throws {
    var dossier = Dossier()
    try dossier.notice(of: 324_000, served: "2018-01-08")
    try dossier.obey(.keepScheduleAlive, on: "2018-06-12", until: "2018-07-10")
    for rank in 1...36 {
      let day = try #require(dossier.due(.instalment))
      try dossier.pay(rank, 9_000, dated: day)
    }
    #expect(dossier.lastFacts == [.scheduleKept, .debtCleared])
    #expect(dossier.facts.last?.on.description == "2021-06-10")
  }

  /// SC28: 24 instalments from 10 June 2024; the fifth, of 10 October, is not paid.
  @Test func aBreachOfTheJudgesScheduleIsToldWithinFiveDaysAndTheFSLAskedAtOnce() throws {
    var dossier = Dossier()
    try dossier.notice(of: 216_000, served: "2024-01-15")
    try dossier.obey(.keepScheduleAlive, on: "2024-05-14", until: "2024-06-10", count: 24)
    for rank in 1...4 {
      try dossier.pay(rank, 9_000, dated: try #require(dossier.due(.instalment)))
    }
    #expect(dossier.due(.instalment) == "2024-10-10")
    try dossier.fire(.instalment)
    #expect(dossier.sent.last?.on.description == "2024-10-11")
    try dossier.fire(.grace)
    #expect(dossier.lastFacts == [.scheduleBroken, .settlementStarted])
    #expect(dossier.lastNotices.contains("echeance-impayee → kind.prefecture"))
    #expect(dossier.lastNotices.last == "fsl-demande → kind.fsl")
  }

  /// What was paid from the judgment on is paid, however late Amont hears of the judgment.
  @Test(arguments: [9_000, nil])
  func instalmentsPaidBeforeTheJudgmentWasToldAreNotUnpaid(amount: Int?) throws {
    var dossier = Dossier()
    try dossier.notice(of: 216_000, served: "2018-01-08")
    try dossier.judge(
      grants: 24, of: amount, from: "2018-07-10", dated: "2018-06-12", told: "2018-12-04")
    for (rank, day) in zip(1..., ["2018-07-10", "2018-08-10", "2018-09-10", "2018-10-10"]) {
      try dossier.pay(rank, 9_000, dated: day, on: "2018-12-04")
    }
    #expect(dossier.due(.instalment) == "2018-11-10")
  }

  @Test func theJudgesScheduleReplacesThePlanAndIsOrderedOnce() throws {
    var dossier = try planned()
    try dossier.obey(.keepScheduleAlive, on: "2018-02-20", until: "2018-04-10", count: 12)
    #expect(dossier.due(.instalment) == "2018-04-10")
    try dossier.obey(.keepScheduleAlive, on: "2018-02-21", until: "2018-04-10", count: 12)
    try dossier.obey(.keepScheduleAlive, on: "2018-02-22")
    #expect(dossier.file?.schedule?.startedOn.description == "2018-02-20")
    try dossier.landlord(agrees: true, dated: "2018-02-25", count: 3)
    #expect(dossier.file?.schedule?.kind == .judge)
  }

  @Test func anInstalmentLongPastWhenItIsLearntGivesItsDaysBeforeABreach() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 15_000, dated: "2018-01-08")
    try dossier.landlord(
      agrees: true, dated: "2018-02-01", count: 3, first: "2018-03-05", on: "2018-06-01")
    #expect(dossier.armed["schedule.instalment"]?.firesOn.description == "2018-06-02")
    try dossier.fire(.instalment)
    #expect(dossier.due(.grace) == "2018-06-07")
  }
}
