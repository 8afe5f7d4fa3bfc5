import HouseholdSupport
import Contracts
import DebtSettlementDomain
import TestSupport
import Testing
import Vocabulary

/// C. consom. L721-3: until recevabilité, nothing that those who may not know can see tells of a
/// deposit: not a notice, not its day, not a byte of it.
@Suite struct SecrecyTests {
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func aDepositChangesNothingThatCreditorsCanSee(_ seed: UInt64) throws {
    let without = try life(seed, deposits: false)
    let with = try life(seed, deposits: true)
    #expect(with.facts.contains { $0.trigger == .surendettementFiled }, "seed \(seed)")
    #expect(visible(with) == visible(without), "seed \(seed)")
    // The saga's own decisions hang on facts that are not secret: these too are the same.
    #expect(
      with.facts.filter { !$0.secret } == without.facts.filter { !$0.secret }, "seed \(seed)")
  }

  /// The partition: a creditor is told of its own claim, and of recevabilité once it is given;
  /// never of resources, of another body's help, of a proposal or a refusal of surendettement.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func creditorsAreToldOfTheirClaimOnly(_ seed: UInt64) throws {
    let mayBeTold: Set<Notice.Code> = [
      .planPropose, .apurementSansObjet, .aideASignaler, .tiersPayantPropose, .protocoleRompu,
    ]
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    var today = try civil("2019-06-01")
    for _ in 0..<60 {
      today = today.adding(days: Int.random(in: 0...30, using: &random))
      try dossier.letTimePass(until: today)
      let wasAdmitted = dossier.file?.surendettement.freezesDebt ?? false
      let told = dossier.notices.count
      try dossier.act(on: today, &random, withCommission: true)
      let isAdmitted = dossier.file?.surendettement.freezesDebt ?? false
      for (destination, notice) in dossier.notices.dropFirst(told) where isCreditor(destination) {
        // The effacement is notified to creditors by the commission itself.
        let mayTellOfRecevabilite = [.surendettementRecevable, .detteEffacee].contains(notice.code)
        #expect(
          mayBeTold.contains(notice.code) || mayTellOfRecevabilite, "seed \(seed)")
        #expect(!mayTellOfRecevabilite || isAdmitted || wasAdmitted, "seed \(seed)")
        #expect(notice.menage == nil && notice.diagnostic == nil, "seed \(seed)")
      }
    }
  }

  /// A day that has passed when it is told asks for nothing: it is left out.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func noNoticeNamesADayThatIsPast(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    var today = try civil("2019-06-01")
    for _ in 0..<60 {
      today = today.adding(days: Int.random(in: 0...30, using: &random))
      try dossier.letTimePass(until: today)
      try dossier.act(on: today, &random, withCommission: true)
    }
    for (day, outgoing) in dossier.sent {
      guard let notice = try? Wire.decode(Notice.self, from: Array(outgoing.data.utf8)) else {
        continue
      }
      #expect(notice.echeance.map { $0 >= day } ?? true, "seed \(seed), \(notice.code)")
    }
  }

  private func isCreditor(_ destination: Destination) -> Bool {
    switch destination {
    case .service: false
    case .user: true
    case .kind(let kind):
      [.huissier, .bailleurPrive, .bailleurSocial, .agence, .forcesOrdre].contains(kind)
    }
  }

  private func visible(_ dossier: Dossier) -> [String] {
    dossier.sent.compactMap { day, outgoing in
      switch outgoing.destination {
      case .service: nil
      case .kind(let kind) where kind.maySeeSurendettementDeposit: nil
      case .kind, .user:
        "\(day) \(outgoing.destination.routingKey) \(outgoing.type) \(outgoing.data)"
      }
    }
  }

  /// The same household, with and without a deposit; the commission has not decided at the end.
  private func life(_ seed: UInt64, deposits: Bool) throws -> Dossier {
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    var today = try civil("2017-06-01")
    let deposit = Int.random(in: 0...19, using: &random)
    // Half of the deposits are refused, and half of those are made again.
    let refusal = deposit + Int.random(in: 1...10, using: &random)
    let isRefused = Bool.random(using: &random)
    let again = refusal + Int.random(in: 1...10, using: &random)
    for step in 0..<20 {
      today = today.adding(days: Int.random(in: 0...20, using: &random))
      try dossier.letTimePass(until: today)
      if deposits, step == deposit || (isRefused && step == again) {
        try dossier.deposit(dated: today.description)
      }
      if deposits, isRefused, step == refusal {
        try dossier.commission(admits: false, dated: today.description)
      }
      try dossier.act(on: today, &random, withCommission: false)
    }
    try dossier.letTimePass(until: today.adding(days: 300))
    return dossier
  }
}
