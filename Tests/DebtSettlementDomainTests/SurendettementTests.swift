import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

@Suite struct SurendettementTests {
  /// SC02: CDP of 3 October 2017; the file is deposited on 20 October, recevable on 20 November.
  @Test func recevabiliteFreezesTheDebtAndOnlyThenIsTold() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.notice(of: 160_000, served: "2017-10-03")
    try dossier.obey(.openSettlement, on: "2017-10-10")
    try dossier.deposit(dated: "2017-10-20")
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.lastFacts == [.surendettementFiled])
    #expect(dossier.facts.last?.secret == true)
    // R721-4: three months; 20 January 2018 is a Saturday.
    #expect(dossier.due(.surendettementRuling) == "2018-01-22")
    try dossier.commission(admits: true, dated: "2017-11-20")
    #expect(dossier.lastFacts == [.surendettementAdmitted])
    #expect(dossier.facts.last?.secret == false)
    #expect(dossier.facts.last?.until?.description == "2019-11-20")
    #expect(
      dossier.lastNotices == [
        "surendettement-recevable → user.bailleur-7", "surendettement-recevable → user.etude-1",
        "surendettement-recevable → kind.caf",
      ])
    #expect(Set(dossier.armed.keys) == ["surendettement.end", "surendettement.appeal"])
    // R722-1: fifteen days to appeal.
    #expect(dossier.due(.surendettementAppeal) == "2017-12-05")
    // No instalment of the earlier debt may be proposed any more (L722-5).
    try dossier.obey(.openUrgentSettlement, on: "2017-11-27")
    try dossier.landlord(agrees: true, dated: "2017-11-28", count: 12)
    #expect(
      !dossier.sent.contains {
        $0.on.description > "2017-11-20"
          && $0.outgoing.type
            == Notice.type(.planPropose)
      })
    #expect(dossier.file?.schedule == nil)
  }

  /// SC23: recevable on 8 January 2018, after the commandement of 3 October: our part is the same.
  @Test func recevabiliteFreezesAPlanAndSparesTheJudgesSchedule() throws {
    var plan = Dossier()
    try plan.arrears(of: 150_000, dated: "2017-10-03")
    try plan.landlord(agrees: true, dated: "2017-11-02", count: 20, first: "2017-12-05")
    try plan.commission(admits: true, dated: "2018-01-08")
    #expect(plan.file?.schedule?.stage == .frozen)
    #expect(Set(plan.armed.keys) == ["surendettement.end", "surendettement.appeal"])
    var judge = Dossier()
    try judge.arrears(of: 150_000, dated: "2017-10-03")
    try judge.obey(.keepScheduleAlive, on: "2017-12-12", until: "2018-01-10", count: 20)
    try judge.commission(admits: true, dated: "2018-01-08")
    #expect(judge.file?.schedule?.stage == .inForce)
    #expect(judge.due(.instalment) == "2018-01-10")
  }

  @Test func aCreditorLearntLaterIsToldThen() throws {
    var dossier = Dossier()
    try dossier.notice(of: 150_000, served: "2017-10-03")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.arrears(of: 150_000, dated: "2017-09-20", on: "2017-12-01")
    #expect(dossier.lastNotices == ["surendettement-recevable → user.bailleur-7"])
  }

  /// Creditors would guess a deposit from a settlement that ends on the day of its refusal.
  @Test func aRefusalIsSecretAndChangesNoOtherPath() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 900_000, dated: "2017-09-20")
    try dossier.obey(.openSettlement, on: "2017-10-10")
    try dossier.deposit(dated: "2017-10-20")
    try dossier.landlord(agrees: false, dated: "2017-10-25")
    #expect(dossier.lastFacts == [.planRefused])
    let proposal = dossier.due(.surendettementProposal)
    try dossier.commission(admits: false, dated: "2017-11-20")
    #expect(dossier.lastFacts == [.surendettementRefused])
    #expect(dossier.facts.last?.secret == true)
    #expect(
      dossier.lastNotices == [
        "dossier-a-revoir → kind.menage", "dossier-a-revoir → kind.service-social",
      ])
    #expect(dossier.due(.surendettementAppeal) == "2017-12-05")
    #expect(dossier.due(.surendettementProposal) == proposal)
    try dossier.fire(.surendettementProposal)
    #expect(dossier.lastFacts == [.settlementExhausted])
  }

  /// The debt is erased once the thirty days to contest are over.
  @Test func aRetablissementPersonnelErasesTheDebt() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.measures(.prp, dated: "2018-01-15")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.due(.surendettementContest) == "2018-02-14")
    try dossier.fire(.surendettementContest)
    #expect(dossier.lastFacts == [.surendettementEnded, .debtErased])
    #expect(dossier.armed.isEmpty)
    // The saga had it opened again meanwhile: what is erased is not said to be paid.
    try dossier.obey(.openSettlement, on: "2018-02-15")
    #expect(dossier.lastFacts == [.debtErased])
  }

  /// R741-1: the delay to contest runs from the notification.
  @Test func theContestRunsFromTheNotification() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.measures(.prp, dated: "2018-01-15", notified: "2018-01-22")
    #expect(dossier.due(.surendettementContest) == "2018-02-21")
  }

  @Test func afterAMoratoireTheSettlementStartsAgain() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.measures(.moratoire, dated: "2018-01-15", until: "2019-01-15")
    #expect(dossier.due(.surendettementEnd) == "2019-01-15")
    try dossier.fire(.surendettementEnd)
    #expect(dossier.lastFacts == [.surendettementEnded, .settlementStarted])
    #expect(
      dossier.lastNotices == [
        "surendettement-a-constituer → kind.menage",
        "surendettement-a-constituer → kind.service-social", "plan-propose → user.bailleur-7",
      ])
    // A new deposit is secret again.
    try dossier.deposit(dated: "2019-02-01")
    #expect(dossier.lastNotices.isEmpty && dossier.facts.last?.secret == true)
  }

  @Test func measuresBeforeTheirRecevabiliteImplyIt() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.measures(.moratoire, dated: "2018-01-15")
    #expect(dossier.lastFacts.first == .surendettementAdmitted)
    #expect(dossier.due(.surendettementEnd) == "2020-01-15")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.deposit(dated: "2017-10-20")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
  }

  @Test func aSettlementStoppedDuringTheFreezeAndOpenedAgainWaitsForItsEnd() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2017-09-20")
    try dossier.commission(admits: true, dated: "2017-11-20")
    try dossier.obey(.stopSettlement, on: "2017-12-01")
    #expect(dossier.armed.isEmpty)
    try dossier.obey(.openSettlement, on: "2018-02-01")
    #expect(dossier.due(.surendettementEnd) == "2019-11-20")
  }
}
