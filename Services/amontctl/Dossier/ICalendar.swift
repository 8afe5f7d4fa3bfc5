import Contracts
import Vocabulary

/// Deadlines as a calendar (RFC 5545): one all-day event each, on the last day.
///
/// An event names its dossier by identifier only; whoever reads it opens the dossier with
/// `amontctl dossier show`. The same deadline keeps its UID when its day moves, so that the agenda
/// moves it too.
enum ICalendar {
  /// No line of a calendar is longer, its end not counted (3.1).
  static let octets = 75

  /// The calendar.
  ///
  /// - Parameter stamp: when it is made, in UTC: `20171113T090000Z`.
  static func text(of deadlines: [ListedDeadline], stamp: String) -> String {
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amont//echeances//FR", "CALSCALE:GREGORIAN"]
      + deadlines.flatMap { event($0, stamp) } + ["END:VCALENDAR"]
    return lines.map { fold($0) + "\r\n" }.joined()
  }

  private static func event(_ armed: ListedDeadline, _ stamp: String) -> [String] {
    let deadline = armed.deadline
    let moved = deadline.reason.isEmpty ? "" : ", reporté : " + deadline.reason
    let explained = """
      \(deadline.delay) à compter du \(deadline.origin), soit le \(deadline.raw)\(moved).
      Texte : \(deadline.article) (règle \(deadline.rule)).
      Dossier \(armed.household) ; Amont agit le \(armed.firesOn).
      """
    return [
      "BEGIN:VEVENT",
      "UID:\(armed.household).\(armed.service.rawValue).\(armed.kind)@amont",
      "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(date(deadline.due.description))",
      "DTEND;VALUE=DATE:\(date(deadline.due.adding(days: 1).description))",
      "SUMMARY:" + escape("\(armed.title) (dossier \(armed.household.description.prefix(8)))"),
      "DESCRIPTION:" + escape(explained),
      "CATEGORIES:" + escape(armed.service.rawValue),
      "CLASS:CONFIDENTIAL",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]
  }

  private static func date(_ text: String) -> String { text.filter { $0 != "-" } }

  /// A text as a value may hold it (3.3.11).
  static func escape(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", ";", ",": "\\" + String(scalar)
      case "\n": "\\n"
      case "\r": ""
      default: String(scalar)
      }
    }.joined()
  }

  /// A line cut where it would be too long: what follows begins with a space. No character is cut.
  static func fold(_ line: String) -> String {
    var folded = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if used + size > octets {
        folded += "\r\n "
        used = 1
      }
      folded.unicodeScalars.append(scalar)
      used += size
    }
    return folded
  }
}
