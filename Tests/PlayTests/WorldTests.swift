import Contracts
import Testing
import Vocabulary

@testable import amont_simulator

/// The simulated département: the same for the same seed, whatever the order of arrival.
@Suite struct WorldTests {
  private static let start = Day(year: 2017, month: 9, day: 1) ?? Day(ordinal: 0)

  private static let mostDays = 2_000

  private func world(_ households: Int = 60, seed: UInt64 = 93) -> World {
    World(
      households: households, seed: seed, communes: ["93066", "93001", "93048"], start: Self.start,
      period: 180)
  }

  /// Plays without Amont: every notice of the table comes once to those who read it, and later
  /// plans are drained.
  private func play(_ world: inout World, backwards: Bool = false) throws -> [String] {
    var published: [String] = []
    for _ in 0..<Self.mostDays {
      guard let day = world.nextDay else { break }
      let planned = world.take(day)
      published += try planned.map { try Publication($0, by: $0.sender.rawValue).route + $0.id }
      var post: [World.Received] = []
      for event in planned where event.event.kind == .signalementCDP {
        for (code, reader) in Self.notices {
          post.append(notice(code, to: reader, of: event.household))
        }
      }
      world.receive(backwards ? post.reversed() : post, on: day)
    }
    return published
  }

  private static let notices: [(Notice.Code, PartnerKind)] = [
    (.contactAProposer, .serviceSocial), (.planPropose, .bailleurPrive), (.fslDemande, .fsl),
    (.aideAMaintenir, .caf), (.dsfDemande, .operateurDSF), (.logementARechercher, .bailleurSocial),
    (.logementARechercher, .prefecture), (.surendettementAConstituer, .menage),
    (.hebergementARechercher, .siao), (.offreATransmettre, .menage),
    (.contactEnRetard, .prefecture),
  ]

  private func notice(_ code: Notice.Code, to reader: PartnerKind, of household: Int)
    -> World.Received
  {
    World.Received(
      household: household, reader: reader,
      notice: Notice(
        code, dossier: HouseholdID(high: 0, low: 1), texte: "texte", offre: "LOG-1"))
  }

  @Test func theSameSeedPlaysTheSameYear() throws {
    var (first, second) = (world(), world())
    #expect(try play(&first) == play(&second))
  }

  @Test func anotherSeedPlaysAnother() throws {
    var (first, second) = (world(), world(seed: 94))
    #expect(try play(&first) != play(&second))
  }

  @Test func theOrderOfArrivalChangesNothing() throws {
    var (first, second) = (world(), world())
    #expect(try play(&first) == play(&second, backwards: true))
  }

  @Test func onlyThoseWhoMayPublishAnEventDo() throws {
    var world = world(200)
    for _ in 0..<Self.mostDays {
      guard let today = world.nextDay else { return }
      for event in world.take(today) {
        #expect(event.event.kind.senders.contains(event.sender), "\(event.event.kind)")
        #expect(event.day == today)
      }
      world.receive(
        Self.notices.map { notice($0.0, to: $0.1, of: today.ordinal % 200) }, on: today)
    }
    Issue.record("the partners never come to an end")
  }

  @Test func noTwoEventsShareAnIdentifier() throws {
    var world = world(200)
    let published = try play(&world)
    #expect(Set(published).count == published.count)
  }

  @Test func everyStoryIsToldByTheFirstHouseholds() {
    #expect(Set(world().personas.map(\.fate)) == Set(Fate.allCases))
    #expect(Set(world().personas.compactMap(\.mistake)) == Set(Mistake.allCases))
  }

  @Test func aReceiptLeadsBackToItsHousehold() throws {
    var world = world(3)
    let day = try #require(world.nextDay)
    let event = try #require(world.take(day).first)
    #expect(World.household(ofEvent: event.id) == event.household)
    #expect(World.household(ofEvent: "X1") == nil)
    #expect(World.household(ofEvent: "M") == nil)
  }

  @Test(arguments: ["2018-11-01", "2018-12-24", "2019-03-31"])
  func nobodyIsEvictedDuringTheTruce(_ text: String) throws {
    let day = try #require(Day(text))
    #expect("\(World.outOfTruce(day))" == "2019-04-03")
  }
}
