import HouseholdSupport
import Contracts
import DebtSettlementDomain
import TestSupport
import Testing
import Vocabulary

extension Dossier {
  /// Lets every deadline fire whose day has come, in order.
  mutating func letTimePass(until today: Day) throws {
    while let next = armed.filter({ $0.value.firesOn <= today }).min(by: {
      ($0.value.firesOn, $0.key) < ($1.value.firesOn, $1.key)
    }) {
      try fire(try #require(SettlementDeadline(rawValue: next.key)))
    }
  }

  /// Something happens, anything.
  mutating func act(
    on today: Day, _ random: inout Seeded, withCommission: Bool
  ) throws {
    let day = today.description
    let past = today.adding(days: -Int.random(in: 0...40, using: &random)).description
    let debt = [15_000, 150_000, 320_000, 900_000].randomElement(using: &random) ?? 0
    let flag = Bool.random(using: &random)
    switch Int.random(in: 0...(withCommission ? 26 : 21), using: &random) {
    case 0, 1: try obey(.openSettlement, on: day)
    case 2: try obey(.openUrgentSettlement, on: day)
    case 3: if flag { try obey(.stopSettlement, on: day) }
    case 4: try obey(.keepScheduleAlive, on: day, until: flag ? day : nil, count: 3)
    case 5: try notice(of: debt, served: past)
    case 6: try arrears(of: debt, aid: flag ? 20_000 : nil, dated: past, on: day)
    case 7, 8: try landlord(agrees: flag, dated: past, count: 3, first: day, on: day)
    case 9, 10, 11:
      try pay(Int.random(in: 1...4, using: &random), debt / 3, dated: past, on: day)
    case 12: try fsl(grants: flag ? debt / 2 : nil, dated: day)
    case 13: try fsl(grants: flag ? debt : nil, dated: past)
    case 14: if flag { try solde(dated: past) }
    case 15: try aid(kept: flag, dated: past)
    case 16...21: try actFurther(on: today, past, debt, flag, &random)
    case 22: try deposit(dated: past)
    case 23: try commission(admits: flag, dated: past)
    case 24: try measures(.moratoire, dated: past, until: flag ? day : nil)
    case 25: try measures(.plan, dated: past)
    default: try measures(.prp, dated: past)
    }
  }

  /// What the full procedure adds.
  private mutating func actFurther(
    on today: Day, _ past: String, _ debt: Int, _ flag: Bool, _ random: inout Seeded
  ) throws {
    let day = today.description
    switch Int.random(in: 0...7, using: &random) {
    case 0:
      try diagnosed(
        day, resources: flag ? 200_000 : 81_000, aid: flag ? 0 : 20_000,
        otherDebts: Int.random(in: 0...1, using: &random), rentPaid: flag)
    case 1: try incident(dated: past, on: day)
    case 2: try cohesion(dated: day, until: today.adding(days: 700).description, amends: flag)
    case 3: try opinion(flag ? .aideMaintenue : .aideSuspendue, dated: day)
    case 4: try judge(grants: 4, of: flag ? 1_000 : nil, from: day, dated: day)
    case 5:
      let all: [APLRenvoi.Vers] = [.bailleur, .fsl, .miseEnDemeure]
      try file(sentTo: all.randomElement(using: &random) ?? .fsl, dated: day)
    case 6:
      let ruling = ApurementDecision(
        date: today, accord: true, montant: Cents(debt), versement_le: today.adding(days: 20))
      try learn(.apurementDecision(ruling), from: "fsl", .fsl, on: day)
    default:
      try arrearsWithAid(
        20_000, of: debt, constituted: past, isThirdParty: flag, toCAF: flag, dated: day)
    }
  }
}

/// Whatever happens and in whatever order, an open settlement waits for something that will come.
@Suite struct RandomLifeTests {
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func anOpenSettlementAlwaysHasADeadline(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    var today = try civil("2017-06-01")
    for step in 0..<60 {
      today = today.adding(days: Int.random(in: 0...30, using: &random))
      try dossier.letTimePass(until: today)
      try check(dossier, "seed \(seed), step \(step), time")
      try dossier.act(on: today, &random, withCommission: true)
      try check(dossier, "seed \(seed), step \(step)")
    }
    #expect(dossier.quarantined.isEmpty, "seed \(seed)")
  }

  private func check(_ dossier: Dossier, _ place: String) throws {
    guard let file = dossier.file else { return }
    let place = Comment(rawValue: place)
    let armed = Set(dossier.armed.keys.compactMap(SettlementDeadline.init))
    if file.plan.stage == .open { #expect(armed.contains(.planReply), place) }
    if file.fsl.stage == .open { #expect(armed.contains(.fslReply), place) }
    if file.schedule?.stage == .inForce {
      #expect(!armed.isDisjoint(with: [.instalment, .grace]), place)
    }
    switch file.settlement.stage {
    case .open:
      #expect(
        !armed.isDisjoint(with: [
          .planReply, .fslReply, .fslPayment, .instalment, .grace, .rent, .surendettementProposal,
          .surendettementEnd, .surendettementContest,
        ]), place)
    // A household may deposit a file for other debts than its rent.
    case .cleared:
      let beyond: Set<SettlementDeadline> = [
        .surendettementRuling, .clauseSuspension, .rent, .protocolEnd, .protocolRenegotiation,
        .protocolBackPayment,
      ]
      #expect(armed.isSubset(of: beyond), place)
    case .none, .exhausted, .stopped: break
    }
    if file.surendettement.freezesDebt, file.settlement.stage == .open {
      #expect(file.plan.stage != .open && file.fsl.stage != .open, place)
      #expect(!armed.isDisjoint(with: [.surendettementEnd, .surendettementContest]), place)
    }
  }
}
