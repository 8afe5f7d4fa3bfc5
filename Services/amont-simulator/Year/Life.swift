import Contracts
import Vocabulary

/// The life of one household, drawn from a seed: who signals it, what is done for it, how far its
/// landlord goes. Drawn again whenever it is needed: nothing of it is kept.
struct Life: Sendable {
  /// Who brings the dossier in.
  enum Origin: Sendable { case huissier, landlord, caf }
  /// Where the household's road leads.
  enum Road: Sendable { case settled, rehoused, overIndebted, court }

  let index: Int
  let origin: Origin
  let road: Road
  let isReachable: Bool
  let hasBadAddress: Bool
  /// What the landlord and the FSL answer to what Amont asks of them.
  let fate: Fate
  /// Acts in the order of their days.
  let acts: [DatedAct]

  var landlord: Landlord.Kind {
    switch origin {
    case .landlord: .personneMoraleSociale
    // The CAF's file names tenants of both kinds; it tells of the lease as a landlord would.
    case .caf: .personneMoraleSociale
    case .huissier: index.isMultiple(of: 6) ? .sciFamiliale : .personnePhysique
    }
  }

  /// Draws the life of a household that is signalled on a day.
  init(_ index: Int, seed: UInt64, signalledOn day: Day, days: WorkingDays) {
    var dice = Dice(seed: seed, household: index, purpose: "life")
    let origin = dice.choice(Rates.origins.map { ($0.0, weight: $0.weight) }) ?? .huissier
    let road = Self.road(from: origin, &dice)
    let isReachable = dice.happens(Rates.reachable)
    self.index = index
    self.origin = origin
    self.road = road
    self.isReachable = isReachable
    hasBadAddress = dice.happens(Rates.badAddress)
    var writer = LifeWriter(seed: seed, household: index, days: days)
    let first = origin == .caf ? days.monthlyFile(onOrAfter: day) : days.onOrAfter(day)
    writer.signal(origin, on: first)
    writer.contact(isReachable: isReachable, after: first)
    fate = writer.follow(road, from: first)
    acts = writer.sorted
  }

  private static func road(from origin: Origin, _ dice: inout Dice) -> Road {
    if origin != .caf, dice.happens(Rates.summoned) { return .court }
    if dice.happens(Rates.rehoused) { return .rehoused }
    return dice.happens(Rates.surendettement) ? .overIndebted : .settled
  }
}

/// Writes the acts of one life.
struct LifeWriter {
  let seed: UInt64
  let household: Int
  let days: WorkingDays
  private var acts: [DatedAct] = []

  init(seed: UInt64, household: Int, days: WorkingDays) {
    self.seed = seed
    self.household = household
    self.days = days
    acts.reserveCapacity(24)
  }

  /// The acts by day; those of one day in the order in which they were written.
  var sorted: [DatedAct] {
    acts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  func dice(_ purpose: String) -> Dice { Dice(seed: seed, household: household, purpose: purpose) }

  /// Writes an act on the first working day from that day, and returns it.
  @discardableResult
  mutating func write(_ act: Act, on day: Day) -> Day {
    let worked = days.onOrAfter(day)
    acts.append(DatedAct(day: worked, act: act))
    return worked
  }

  mutating func signal(_ origin: Life.Origin, on first: Day) {
    var dice = dice("signals")
    switch origin {
    case .huissier: write(.commandement, on: first)
    case .landlord: write(.saisine, on: first)
    case .caf:
      write(.aplArrears, on: first)
      return
    }
    if dice.happens(Rates.alsoCAF) {
      write(.aplArrears, on: days.monthlyFile(onOrAfter: first.adding(days: 3)))
    }
  }

  /// Three contacts: a letter, then the door; the diagnosis where somebody opens it.
  mutating func contact(isReachable: Bool, after first: Day) {
    var dice = dice("contacts")
    let letter = write(.missed(isLast: false), on: first.adding(days: dice.number(5...10)))
    let visit = letter.adding(days: dice.number(6...12))
    guard isReachable else {
      let second = write(.missed(isLast: false), on: visit)
      write(.missed(isLast: true), on: second.adding(days: dice.number(6...12)))
      return
    }
    let met = write(.met, on: visit)
    write(.diagnosed, on: met.adding(days: dice.number(3...10)))
  }

  /// The rest of the life, and what its people answer to what Amont asks of them.
  mutating func follow(_ road: Life.Road, from first: Day) -> Fate {
    switch road {
    case .settled: return settle(from: first)
    case .rehoused:
      var dice = dice("housing")
      offer(from: first.adding(days: dice.number(60...150)), &dice)
      return .rehousedEarly
    case .overIndebted:
      fileForSurendettement(from: first)
      return .surendettement
    case .court: return goToCourt(from: first)
    }
  }

  private mutating func settle(from first: Day) -> Fate {
    var dice = dice("settlement")
    let fate =
      dice.choice([
        (Fate.paysInTime, weight: 25), (.keepsPlan, weight: 45), (.fsl, weight: 30),
      ]) ?? .keepsPlan
    if fate == .paysInTime {
      write(.cleared, on: first.adding(days: dice.number(35...55)))
    }
    return fate
  }

  private mutating func fileForSurendettement(from first: Day) {
    var dice = dice("surendettement")
    let filed = write(.surendettementFiled, on: first.adding(days: dice.number(40...60)))
    let admitted = write(.surendettementAdmitted, on: filed.adding(days: dice.number(30...75)))
    let measure =
      dice.choice([
        (Act.Measure.erased, weight: 36), (.plan, weight: 44), (.moratorium, weight: 20),
      ]
      ) ?? .plan
    write(.surendettementMeasured(measure), on: admitted.adding(days: dice.number(80...120)))
  }

  /// A dwelling, a second one where the first is refused, and the lease.
  mutating func offer(from day: Day, _ dice: inout Dice) {
    var number = 1
    var offered = write(.offered(number), on: day)
    if dice.happens(Rates.refusedOffer) {
      let refused = write(.answered(number, isAccepted: false), on: offered.adding(days: 5))
      number = 2
      offered = write(.offered(number), on: refused.adding(days: dice.number(15...40)))
    }
    let accepted = write(.answered(number, isAccepted: true), on: offered.adding(days: 5))
    write(.leased(number), on: accepted.adding(days: dice.number(14...28)))
  }
}
