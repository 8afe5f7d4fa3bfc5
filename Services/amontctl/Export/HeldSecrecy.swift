import Contracts
import SagaOrchestratorDomain
import Vocabulary

/// What an answer keeps from one person of a household in the interest of the other.
///
/// A couple is one household. What the victim of a violence said, that it said so, and where it
/// goes to live must not reach the other through a request of access (RGPD art. 15 § 4; C. civ.
/// art. 515-9 et 515-11, 6° bis: the victim may hide where it lives). So what tells of it is left
/// out, whole, with what would betray it or follows from it, unless the agent has verified that the
/// person who asks is the victim. The page says in every answer that what concerns others was taken
/// out: that sentence tells nothing.
struct HeldSecrecy: Sendable, Equatable {
  /// The first day on which something tells of a violence; `nil` where nothing is kept back.
  let since: Day?

  /// Nothing is kept back: nothing tells of a violence, or its victim asks.
  static let none = HeldSecrecy(since: nil)

  private init(since: Day?) { self.since = since }

  /// What must be kept back of a dossier, by all that is held of it and by why it was read.
  init(of held: [HeldRows], readings: [Reading]) {
    let rows = held.flatMap(\.rows).filter(\.tellsOfViolence).map { row in
      // A row without a day tells that it was always known.
      row.days.min() ?? Day(ordinal: 0)
    }
    let lines = readings.filter { Self.isOfViolence($0.why) || Self.isOfViolence($0.scope) }
      .map { Day($0.at.prefix(10)) ?? Day(ordinal: 0) }
    since = (rows + lines).min()
  }

  /// Whether a stored text tells of a violence in the household.
  static func isOfViolence(_ text: String) -> Bool {
    let folded = text.lowercased()
    return words.contains { folded.contains($0) } || citesProtection(folded)
  }

  /// Whether a text cites the articles of the ordonnance de protection, whole: an identifier may
  /// hold the same digits.
  private static func citesProtection(_ text: String) -> Bool {
    guard text.contains("515-") else { return false }
    return text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.contains { word in
      articles.contains { word == $0 || word.hasPrefix($0 + "-") }
    }
  }

  private static let articles = ["515-9", "515-10", "515-11", "515-12", "515-13"]

  /// How texts of partners, of agents and of the law say it. A word too many hides a line; a word
  /// too few betrays a victim.
  private static let words = [
    "violen", "ordonnance de protection", "ordonnance provisoire de protection", "coups",
    "maltrait", "menace de mort", "menaces de mort", "grave danger", "victime",
  ]

  /// Tables that say how a dwelling is sought and offered: their rows are one state, of no day.
  private static let states: Set<String> = ["rehousing_file"]

  /// Columns that say it of the whole dossier, by their table.
  private static let columns: [String: Set<String>] = [
    "intake.dossier": ["moved"],
    "saga-orchestrator.dossier": ["housing_phase", "circumstances", "dalo_until"],
  ]

  /// Members of a message or of a diagnosis that may be the victim's own words, or say where it
  /// lives.
  static let members: Set<String> = ["rubriques", "logement"]

  /// What the yearly evaluation counts of a dwelling or a place.
  private static let counted: Set<String> = [
    "offerMade", "offerRefused", "offerAccepted", "rehoused", "daloPriority", "daloServed",
    "accommodationOffered", "accommodated", "rehousedBeforeHearing", "rehousedBeforePoliceAid",
  ]

  /// Whether a row is of the days from which something must be kept back; one of no day is.
  func isLate(_ row: HeldRow) -> Bool {
    guard let since else { return false }
    return row.days.max().map { $0 >= since } ?? true
  }

  /// Whether a row is left out, whole.
  func leavesOut(_ row: HeldRow, of table: HeldTable, in service: ServiceName) -> Bool {
    guard since != nil else { return false }
    if row.tellsOfViolence || row.tellsOfChange { return true }
    if Self.states.contains(table.name) { return true }
    guard isLate(row) else { return false }
    return service == .rehousing && table.subject != .machine || row.isOfHousing
      || row.values["what"].map(Self.counted.contains) ?? false
      || row.values["mark"].map(Self.counted.contains) ?? false
  }

  /// Whether a column is left out of every row of a table.
  func leavesOut(_ column: String, of table: HeldTable, in service: ServiceName) -> Bool {
    since != nil
      && Self.columns["\(service.rawValue).\(table.name)"]?.contains(column) ?? false
  }

  /// Readings without their reasons, which an agent wrote in words of its own.
  func told(_ readings: [Reading]) -> [Reading] {
    since == nil ? readings : readings.map(\.withoutReason)
  }
}

/// One stored row, by column: what is shown of it, and the marks by which its secrecy is decided.
struct HeldRow: Sendable, Equatable {
  let values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  /// Columns that no answer shows, and by which it is decided what it shows.
  static let marks: Set<String> = ["exchange", "trigger", "message", "track"]

  /// The days that it bears.
  var days: [Day] { values.values.compactMap { Day($0) } }

  var tellsOfViolence: Bool { values.values.contains(where: HeldSecrecy.isOfViolence) }

  /// Whether it tells that the household is no longer what it was: a violence is told in such an
  /// event, and its day, its sender and its receipt tell it, too.
  var tellsOfChange: Bool {
    let kind = EventKind.menageChangement
    return values.values.contains {
      $0.contains(kind.rawValue) || $0.contains(kind.declaration.title)
    }
  }

  /// Whether it is about where the household is to live, outside of the service that seeks it.
  var isOfHousing: Bool {
    if let trigger = values["trigger"].flatMap(Trigger.init(rawValue:)), trigger.isOfHousing {
      return true
    }
    if values["track"] == Track.housing.rawValue { return true }
    if values["subject"]?.contains(Track.housing.frenchName) ?? false { return true }
    if values["source"] == ServiceName.rehousing.source
      || values["routing_key"] == ServiceName.rehousing.rawValue
    {
      return true
    }
    guard let type = values["type"] else { return false }
    return (EventKind(type: type) ?? EventKind(rawValue: type))?.owners.contains(.rehousing)
      ?? false
  }
}

/// The rows of one table, before anything of them is shown.
struct HeldRows: Sendable {
  let service: ServiceName
  let table: HeldTable
  let rows: [HeldRow]

  /// What of them is not left out. Lines of a timeline that one message wrote stand or go together.
  func kept(_ secrecy: HeldSecrecy) -> [HeldRow] {
    let left = Set(
      rows.filter { secrecy.leavesOut($0, of: table, in: service) }
        .compactMap { $0.values["message"] })
    return rows.filter { row in
      !secrecy.leavesOut(row, of: table, in: service)
        && !(row.values["message"].map(left.contains) ?? false)
    }
  }

  /// As the person reads them; `nil` where nothing is left.
  func shown(_ secrecy: HeldSecrecy) -> Holdings.Table? {
    let rows = kept(secrecy).map { row in
      let members = secrecy.isLate(row) ? HeldSecrecy.members : []
      return table.shown.map { column -> Holdings.Value? in
        guard !secrecy.leavesOut(column.name, of: table, in: service) else { return nil }
        return column.label.value(
          row.values[column.name] ?? "", type: row.values["type"], without: members)
      }
    }
    guard !rows.isEmpty else { return nil }
    return Holdings.Table(
      service: service, name: table.name, title: table.title, subject: table.subject,
      columns: table.shown.map(\.label.text), rows: rows)
  }
}

extension Holdings.Recipient {
  /// To whom notices went, by what they were about: of the messages that are shown.
  static func all(of held: [HeldRows], _ secrecy: HeldSecrecy) -> [Holdings.Recipient] {
    let sent = held.filter { $0.table.name == "outbox" }.flatMap { $0.kept(secrecy) }
      .map(\.values)
      .filter { $0["exchange"] == ExchangeName.partners && $0["type"] != Receipt.type }
    let groups = Dictionary(grouping: sent) { [$0["routing_key"] ?? "", $0["type"] ?? ""] }
    return groups.map { key, rows in
      let days = rows.compactMap { $0["occurred_on"].flatMap { Day($0) } }
      return Holdings.Recipient(
        name: HeldMessage.recipient(of: key[0]) ?? key[0],
        what: HeldMessage.title(of: key[1]) ?? key[1], count: rows.count,
        first: days.min()?.written ?? "", last: days.max()?.written ?? "")
    }.sorted { ($0.name, $0.what) < ($1.name, $1.what) }
  }
}
