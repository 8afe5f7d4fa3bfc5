#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// When a calendar is made: the only clock of amontctl.
enum CalendarClock {
  /// This second, as a calendar writes it: `20171113T090000Z`.
  static func stamp() -> String {
    Date().formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
  }
}
