import Contracts
import LegalCalendar
import Testing
import Vocabulary

@testable import amont_simulator

/// How a year's events arrive: some twice, some late, some with a wrong address; and the law's
/// delays within each life.
@Suite struct PostingTests {
  private static let lives = 4_000

  private static func draw(_ seed: UInt64) throws -> (lives: [Life], days: WorkingDays, year: Day) {
    let opening = try #require(Day("2019-01-01"))
    let days = WorkingDays(
      try LegalCalendar(departement: "93"), from: opening, through: opening.adding(days: 1_200))
    let lives = (0..<Self.lives).map { index in
      Life(
        index, seed: seed, signalledOn: opening.adding(days: index % 300), days: days)
    }
    return (lives, days, opening)
  }

  @Test(arguments: [1, 93] as [UInt64])
  func oneEventInFiveComesTwiceAndOneInTwentyLate(seed: UInt64) throws {
    let (lives, days, opening) = try Self.draw(seed)
    var (events, twice, late, adrift) = (0, 0, 0, 0)
    for life in lives {
      let postings = life.postings(seed: seed, before: opening, days: days)
      let once = postings.filter { !$0.slot.isRepeat }
        .sorted { ($0.day, $0.slot.place) < ($1.day, $1.slot.place) }
      #expect(once.count == life.acts.count)
      events += once.count
      twice += postings.count - once.count
      var latest = Day(ordinal: .min)
      for posting in once {
        let act = life.acts[Int(posting.slot.rank)].day
        if act < latest { late += 1 }
        latest = max(latest, act)
      }
      if life.hasBadAddress { adrift += 1 }
    }
    #expect(abs(Share(twice, of: events).value - 0.20) < 0.01, "seed \(seed): \(twice)")
    #expect(abs(Share(late, of: events).value - 0.05) < 0.01, "seed \(seed): \(late)/\(events)")
    #expect(abs(Share(adrift, of: lives.count).value - 0.03) < 0.01, "seed \(seed)")
  }

  @Test func whatCameBeforeTheOpeningComesOnItsDayAndOnce() throws {
    let (lives, days, first) = try Self.draw(93)
    let opening = first.adding(days: 250)
    for life in lives.prefix(500) {
      let past = life.postings(seed: 93, before: opening, days: days).filter {
        life.acts[Int($0.slot.rank)].day < opening
      }
      #expect(past.map(\.slot.rank) == past.map(\.slot.rank).sorted())
      for posting in past {
        #expect(!posting.slot.isRepeat && posting.day == life.acts[Int(posting.slot.rank)].day)
      }
    }
  }

  @Test func noStepComesBeforeTheLawAllowsIt() throws {
    let (lives, days, _) = try Self.draw(93)
    let calendar = try LegalCalendar(departement: "93")
    for life in lives {
      var seen: [String: Day] = [:]
      for dated in life.acts {
        #expect(days.onOrAfter(dated.day) == dated.day)
        seen[String("\(dated.act)".prefix { $0 != "(" })] = dated.day
        if dated.act == .evicted { #expect(calendar.truce(on: dated.day) == nil) }
      }
      let first = life.acts.first?.day
      expect(seen["summoned"], after: first, months: 2)
      expect(seen["heard"], after: seen["summoned"], months: 2)
      expect(seen["policeAidAsked"], after: seen["quitOrder"], months: 2)
      expect(seen["evicted"], after: seen["policeAidDecided"], months: 0)
      expect(seen["quitOrder"], after: seen["decided"], months: 0)
    }
  }

  private func expect(_ later: Day?, after earlier: Day?, months: Int) {
    guard let later, let bound = earlier?.adding(months: months) else { return }
    #expect(later > bound || months == 0 && later == bound, "\(later), \(bound)")
  }

  @Test func aReportSaysWhatDiffersAndByHowMuch() {
    let exact = Dictionary(uniqueKeysWithValues: Volume.allCases.map { ($0, $0.aYear) })
    func report(_ recorded: [Volume: Int]) -> VolumeReport {
      VolumeReport(scale: 1, published: exact, recorded: recorded, dossiers: Volume.dossiers)
    }
    #expect(report(exact).problems == [])
    var short = exact
    short[.eviction] = 1_600
    #expect(
      report(short).problems == [
        "expulsions: 1600, voulu 2000 à 238 près",
        "expulsions / CFP accordés: 59,3 %, voulu 74,1 à 6,4 près",
      ])
    #expect(report(short).ratios.contains("-14,8 pt"))
  }

  @Test func theTableAddsUpToTheBusinessMessagesOfAYear() {
    #expect(Volume.total == 119_500)
    #expect(Volume.dossiers == 15_000)
  }
}
