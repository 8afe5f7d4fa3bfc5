import Contracts
import LegalCalendar
import Vocabulary

/// A whole year of a département's volume: households at every stage on the first day, and new ones
/// every working day. Pure; what is kept of an event until its day is three small numbers.
struct Year: Scenery {
  /// The days before the year over which the stock of households began, at most.
  static let runUp = 640
  /// How much later than asked an act may be, for want of a working day, and the answers after the
  /// year.
  private static let margin = 500

  /// An event on the agenda: the act of that rank in the life of a household.
  struct Slot: Hashable, Sendable {
    let household: Int32
    let rank: Int16
    /// Its place among the household's events of the day.
    let place: Int16
    /// Whether it was published before.
    let isRepeat: Bool
  }

  let seed: UInt64
  let communes: [String]
  let opening: Day
  let end: Day
  /// Lives drawn; those that ended before the year are not played.
  let lives: Int
  let days: WorkingDays
  private let span: [Day]
  private var agenda: [Day: [Slot]] = [:]
  /// What partners answer to what Amont asks of them.
  var answers: [Day: [World.Planned]] = [:]
  var asked: [Int: Set<Notice.Code>] = [:]
  private var dossiers: [Int: HouseholdID] = [:]
  private var households: [HouseholdID: Int] = [:]
  /// Events of the year published until now, once each, by the line of the table.
  private(set) var published: [Volume: Int] = [:]
  /// Households that are played.
  private(set) var played = 0
  /// Dossiers that were opened before the year.
  private(set) var stock = 0

  /// Plans the year that begins on a day.
  ///
  /// - Parameter scale: The part of the département that is played, 1 for all of it.
  init(
    seed: UInt64, communes: [String], opening: Day, scale: Double, calendar: LegalCalendar
  ) {
    self.seed = seed
    self.communes = communes
    self.opening = opening
    end = (opening.adding(months: 12) ?? opening.adding(days: 365)).adding(days: -1)
    let first = opening.adding(days: -Self.runUp)
    days = WorkingDays(calendar, from: first, through: end.adding(days: Self.margin))
    let last = end
    span = days.all.map(\.day).filter { $0 <= last }
    let years = Double(end.days(since: first) + 1) / Double(end.days(since: opening) + 1)
    lives = max(1, Int(Double(Volume.dossiers) * scale * years))
    for index in 0..<lives { enter(life(index)) }
  }

  /// The life of a household: the same whenever it is asked for.
  func life(_ index: Int) -> Life {
    Life(index, seed: seed, signalledOn: span[index * span.count / lives], days: days)
  }

  private mutating func enter(_ life: Life) {
    guard life.acts.contains(where: { opening <= $0.day && $0.day <= end }) else { return }
    played += 1
    if let first = life.acts.first?.day, first < opening { stock += 1 }
    for posting in life.postings(seed: seed, before: opening, days: days) {
      agenda[posting.day, default: []].append(posting.slot)
    }
  }

  var nextDay: Day? {
    [agenda.keys.min(), answers.keys.min()].compactMap(\.self).min()
  }

  mutating func take(_ day: Day) -> [World.Planned] {
    let slots = (agenda.removeValue(forKey: day) ?? [])
      .sorted { ($0.household, $0.place) < ($1.household, $1.place) }
    var planned: [World.Planned] = []
    planned.reserveCapacity(slots.count)
    var wave = 0
    var last: Int32?
    for slot in slots {
      wave = slot.household == last ? wave + 1 : 0
      last = slot.household
      if let event = event(slot, on: day, wave: wave) { planned.append(event) }
    }
    return planned + (answers.removeValue(forKey: day) ?? []).sorted { $0.id < $1.id }
  }

  private mutating func event(_ slot: Slot, on day: Day, wave: Int) -> World.Planned? {
    let life = life(Int(slot.household))
    let rank = Int(slot.rank)
    guard life.acts.indices.contains(rank) else { return nil }
    let dated = life.acts[rank]
    if !slot.isRepeat, opening <= dated.day, dated.day <= end {
      for volume in [dated.act.volume, dated.act.part].compactMap(\.self) {
        published[volume, default: 0] += 1
      }
    }
    let persona = persona(life)
    let (sender, event) = persona.event(of: dated)
    return World.Planned(
      day: day, household: life.index, rank: rank + 1, sender: sender, event: event,
      identification: rank == 0 ? life.identification(persona) : reference(persona), wave: wave,
      seed: seed)
  }

  func persona(_ life: Life) -> Persona {
    Persona(
      life.index, seed: seed, communes: communes, fate: life.fate, landlord: life.landlord,
      signalledOn: life.acts.first?.day ?? opening)
  }

  /// How a partner names the household once Amont has given a reference.
  func reference(_ persona: Persona) -> Identification {
    dossiers[persona.index].map { Identification(dossier: $0) } ?? persona.identification
  }

  mutating func learn(_ dossier: HouseholdID, of household: Int) {
    dossiers[household] = dossier
    households[dossier] = household
  }

  func household(of dossier: HouseholdID) -> Int? { households[dossier] }
}

extension Life {
  /// What the first partner writes of the household; now and then a commune that no table knows.
  func identification(_ persona: Persona) -> Identification {
    var written = persona.identification
    if hasBadAddress, let street = written.logement?.voie {
      written.logement = Dwelling(insee: Self.unknownCommune, voie: street)
    }
    return written
  }

  private static let unknownCommune = "93999"
}
