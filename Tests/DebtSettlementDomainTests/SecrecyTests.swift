import Contracts
import DebtSettlementDomain
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
    var random = Generator(state: seed)
    var dossier = Dossier()
    var today = try civil("2017-06-01")
    let deposit = Int.random(in: 0...19, using: &random)
    for step in 0..<20 {
      today = today.adding(days: Int.random(in: 0...20, using: &random))
      try dossier.letTimePass(until: today)
      if deposits, step == deposit { try dossier.deposit(dated: today.description) }
      try dossier.act(on: today, &random, withCommission: false)
    }
    try dossier.letTimePass(until: today.adding(days: 300))
    return dossier
  }
}
