import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// When a calendar or an answer is made, or a dossier erased: the only clock of amontctl.
enum CalendarClock {
  /// Today, in UTC.
  static func today() -> Day? { Day(Date().formatted(.iso8601).prefix(10)) }

  /// This second, as a calendar writes it: `20171113T090000Z`.
  static func stamp() -> String {
    Date().formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
  }
}
