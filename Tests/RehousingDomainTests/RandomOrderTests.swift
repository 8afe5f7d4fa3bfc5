import HouseholdSupport
import Contracts
import RehousingDomain
import TestSupport
import Testing
import Vocabulary

/// Whatever happens and in whatever order, nobody is forgotten.
@Suite struct RandomOrderTests {
  private static let steps = 60

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func anOpenDemandAlwaysHasADeadlineAndAHouseholdOneOfferAtMost(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    var today = try civil("2018-01-08")
    for step in 0..<Self.steps {
      today = today.adding(days: Int.random(in: 0...9, using: &random))
      while let next = dossier.armed.min(by: { $0.value.firesOn < $1.value.firesOn }),
        next.value.firesOn <= today, let kind = RehousingDeadline(rawValue: next.key)
      {
        try dossier.fire(kind)
        try check(dossier, "seed \(seed), step \(step), \(kind)")
      }
      try act(&dossier, on: today, &random)
      try check(dossier, "seed \(seed), step \(step)")
    }
    #expect(dossier.quarantined.isEmpty, "seed \(seed)")
  }

  private func check(_ dossier: Dossier, _ place: String) throws {
    let file = try #require(dossier.file)
    let place = Comment(rawValue: place)
    if file.demand.isOpen { #expect(dossier.due(.demandReply) != nil, place) }
    if file.accommodation.isUnderWay { #expect(dossier.due(.accommodationReply) != nil, place) }
    #expect(file.offers.filter(\.state.isUnderWay).count <= 1, place)
    #expect((file.offerUnderWay != nil) == (dossier.due(.offerReply) != nil), place)
    #expect((file.acceptedOffer != nil) == (dossier.due(.offerLease) != nil), place)
    #expect(file.offerUnderWay == nil || file.acceptedOffer == nil, place)
    if file.demand.isRehoused { #expect(dossier.armed.isEmpty, place) }
    if file.offers.contains(where: \.state.isQueued) {
      #expect(file.offerUnderWay != nil || !file.demand.isOpen, place)
    }
  }

  private func act(
    _ dossier: inout Dossier, on today: Day, _ random: inout Seeded
  ) throws {
    let day = today.description
    let past = today.adding(days: -Int.random(in: 0...20, using: &random)).description
    let offer = "O-\(Int.random(in: 1...6, using: &random))"
    switch Int.random(in: 0...19, using: &random) {
    case 0, 1: try dossier.obey(.openRehousing, on: day)
    case 2: try dossier.obey(.raiseRehousingPriority, on: day)
    case 3: try dossier.obey(.raiseRehousingPriority, on: day, until: day)
    case 4: try dossier.obey(.stopRehousing, on: day)
    case 5: try dossier.obey(.openAccommodation, on: day)
    case 6...9: try dossier.offer(offer, dated: past, suits: .random(using: &random), on: day)
    case 10...12: try dossier.answer(offer, accepts: false, dated: past, on: day)
    case 13: try dossier.answer(offer, accepts: true, dated: past, on: day)
    case 14: try dossier.recours(dated: past, on: day)
    case 15: try dossier.commission(recognises: .random(using: &random), dated: past, on: day)
    case 16: try dossier.siao(.proposee, dated: day)
    case 17: try dossier.siao(.refusee, dated: day)
    case 18: try dossier.siao(.acceptee, dated: day)
    default: if Int.random(in: 0...9, using: &random) == 0 { try dossier.lease(offer, on: day) }
    }
    if dossier.file == nil { try dossier.obey(.openRehousing, on: day) }
  }
}
