import Charte
import LegalCalendar
import OperatorReading
import Vocabulary

/// How long things are kept. No text that we could read fixes it (décret 2025-348 is not among
/// them): the Charte of the département does, and says so.
struct RetentionDelays: Sendable, Equatable {
  /// Months from the closure in the active base, and in all until the end of the archive.
  let active: Int, archive: Int
  /// Months for which it is kept who read a dossier.
  let readings: Int
  /// Months without an act after which an open dossier is looked at.
  var silence = CountParameter.openWithoutAct.row.standard
  /// Where the delays come from, in French.
  let source: String

  /// What holds where a département says nothing.
  static let standard = RetentionDelays(
    active: CountParameter.activeBase.row.standard, archive: CountParameter.archive.row.standard,
    readings: CountParameter.readingLog.row.standard,
    source: "valeur par défaut, à fixer par la Charte")

  init(active: Int, archive: Int, readings: Int, silence: Int? = nil, source: String) {
    (self.active, self.archive, self.readings, self.source) = (active, archive, readings, source)
    if let silence { self.silence = silence }
  }

  /// The delays of the Charte that holds on a day.
  ///
  /// - Throws: `OperatorError` with everything that is wrong with the file.
  init(on day: Day, charte file: String?) throws {
    guard let file else {
      self = .standard
      return
    }
    do {
      let version = try DepartementCharte(contentsOf: file).version(on: day)
      self.init(
        active: version[CountParameter.activeBase], archive: version[CountParameter.archive],
        readings: version[CountParameter.readingLog],
        silence: version[CountParameter.openWithoutAct],
        source: "Charte du département, version du \(version.since)")
    } catch {
      throw OperatorError(error.description)
    }
  }

  /// The first day of which readings are kept on a day.
  func readingsFrom(_ day: Day) -> Day {
    day.adding(months: -max(readings, Self.fewestMonthsOfReadings)) ?? day
  }

  /// A reading is kept one year, whatever a Charte says: the log's own function refuses less.
  static let fewestMonthsOfReadings = 12
}

/// How long a closed dossier is kept, from the day of its closure (RGPD art. 5).
struct Retention: Encodable, Sendable, Equatable {
  /// Last day in the active base, and in the archive.
  let activeUntil: String, archiveUntil: String
  let article: String

  /// The days under the delays that are given; `nil` beyond the end of the calendar.
  init?(closedOn day: Day, by delays: RetentionDelays = .standard) {
    guard let active = day.adding(months: delays.active),
      let archive = day.adding(months: max(delays.archive, delays.active))
    else { return nil }
    activeUntil = active.description
    archiveUntil = archive.description
    article = Self.article
  }

  /// The texts behind both delays: they ask for an end, and leave its day to who is responsible.
  static let article = "RGPD art. 5 ; loi 68-1250"

  /// Its days.
  var days: (active: Day, archive: Day)? {
    guard let active = Day(activeUntil), let archive = Day(archiveUntil) else { return nil }
    return (active, archive)
  }
}
