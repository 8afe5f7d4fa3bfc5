import Contracts
import LegalCalendar
import Testing
import Vocabulary

@testable import amont_simulator

/// The plan of a whole year: the volumes of a département, its seasons, its mistakes.
@Suite struct YearTests {
  private static let scale = 0.1

  private static func year(_ seed: UInt64, scale: Double = scale) throws -> Year {
    Year(
      seed: seed, communes: ["93066", "93001", "93048"],
      opening: try #require(Day("2019-01-01")), scale: scale,
      calendar: try LegalCalendar(departement: "93"))
  }

  /// Everything that is published, day by day, without Amont.
  private static func play(_ year: inout Year) -> [World.Planned] {
    var events: [World.Planned] = []
    while let day = year.nextDay, day <= year.end { events += year.take(day) }
    return events
  }

  @Test(arguments: [1, 2, 93] as [UInt64])
  func theVolumesAreThoseOfTheTable(seed: UInt64) throws {
    var year = try Self.year(seed)
    _ = Self.play(&year)
    let report = VolumeReport(
      scale: Self.scale, published: year.published, recorded: year.published,
      dossiers: Int(Double(Volume.dossiers) * Self.scale))
    #expect(report.problems == [], "seed \(seed)\n\(report.counts)")
  }

  @Test func severalYearsComeCloserToTheTableThanOne() throws {
    var sums: [Volume: Int] = [:]
    let seeds: [UInt64] = [4, 5, 6, 7]
    for seed in seeds {
      var year = try Self.year(seed)
      _ = Self.play(&year)
      sums.merge(year.published, uniquingKeysWith: +)
    }
    for volume in Volume.allCases {
      let wanted = Double(volume.aYear * seeds.count) * Self.scale
      let got = Double(sums[volume, default: 0])
      let allowed = wanted * 0.02 + 4 * wanted.squareRoot()
      #expect(abs(got - wanted) <= allowed, "\(volume): \(got), wanted \(wanted)")
    }
  }

  @Test func theSameSeedGivesTheSameYear() throws {
    func play(_ seed: UInt64) throws -> [String] {
      var year = try Self.year(seed, scale: 0.01)
      return try Self.play(&year).map {
        let one = try Publication($0, by: $0.sender.rawValue)
        return one.key + one.time + one.body
      }
    }
    #expect(try play(93) == play(93))
    #expect(try play(93) != play(94))
  }

  @Test func onlyThoseWhoMayPublishAnEventDoAndNobodyPublishesTheFuture() throws {
    var year = try Self.year(93, scale: 0.02)
    for event in Self.play(&year) {
      #expect(event.event.kind.senders.contains(event.sender), "\(event.event.kind)")
      let act = year.life(event.household).acts[event.rank - 1].day
      #expect(act <= event.day)
    }
  }

  @Test func householdsAreUnderWayAtEveryStageOnTheFirstDay() throws {
    let year = try Self.year(93)
    var under: Set<String> = []
    for index in 0..<year.lives {
      let acts = year.life(index).acts
      guard let last = acts.last(where: { $0.day < year.opening }),
        acts.last?.day ?? last.day
          >= year.opening
      else { continue }
      under.insert("\(last.act)".prefix { $0 != "(" }.description)
    }
    let stages: Set = [
      "diagnosed", "summoned", "dsf", "heard", "decided", "quitOrder", "policeAidAsked",
      "policeAidDecided", "daloClaimed", "surendettementFiled", "offered",
    ]
    #expect(stages.subtracting(under) == [])
  }

  @Test func whatIsKeptOfAnEventUntilItsDayIsSmall() {
    #expect(MemoryLayout<Year.Slot>.stride <= 12)
  }

  @Test func theMonthlyFileOfTheCAFComesOnTwelveDays() throws {
    var year = try Self.year(93)
    var lines: [Day: Int] = [:]
    for event in Self.play(&year) where event.event.kind == .signalementImpayeAPL {
      let rank = event.rank - 1
      let act = year.life(event.household).acts[rank].day
      if year.opening <= act { lines[act, default: 0] += 1 }
    }
    #expect(lines.count == 12)
    let mean = lines.values.reduce(0, +) / 12
    for (day, count) in lines { #expect(abs(count - mean) < mean / 2, "\(day): \(count)") }
  }

  @Test func ordersToQuitAndRequestsRiseBeforeSpringAndNobodyIsEvictedInWinter() throws {
    let year = try Self.year(93)
    var quits = Array(repeating: 0, count: 13)
    var requests = quits
    var evictions = quits
    for index in 0..<year.lives {
      for dated in year.life(index).acts where year.opening <= dated.day && dated.day <= year.end {
        let month = dated.day.components.month
        if dated.act == .quitOrder { quits[month] += 1 }
        if dated.act == .policeAidAsked { requests[month] += 1 }
        if dated.act == .evicted { evictions[month] += 1 }
      }
    }
    for counts in [quits, requests] {
      let rising = Share(counts[2...4].reduce(0, +), of: counts.reduce(0, +)).value
      // Three months in twelve would be a quarter.
      #expect(rising > 0.29, "\(counts)")
    }
    #expect([1, 2, 3, 11, 12].map { evictions[$0] } == [0, 0, 0, 0, 0], "\(evictions)")
    #expect(evictions[4...10].allSatisfy { $0 > 0 }, "\(evictions)")
  }
}
