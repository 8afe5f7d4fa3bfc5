import Contracts
import Vocabulary

/// What the runtime knows of one dossier's past: enough to decide it again in canonical order.
struct DossierJournal<File: Sendable & Equatable>: Sendable {
  /// The dossier as it was read.
  let base: Base
  /// Whether all that made the file stands in the journal; not for one older than the journal.
  let isComplete: Bool
  /// What was applied before, where it was read.
  let past: [JournalEntry]?
  /// What was said before, where it was read.
  let said: [SentMessage]

  /// The deadlines as they stand in their table, once what was decided so far is written.
  private var written: [String: ArmedDeadline]
  /// The deadlines as they stand now.
  var armed: [String: ArmedDeadline]
  /// The last place reached.
  var head: CausalPosition?
  /// The day of the act that opened the dossier here.
  var openedOn: Day?
  /// Times that the dossier was decided again on `rebuiltOn`.
  var rebuilds: Int
  var rebuiltOn: Day?
  /// What this batch applied.
  var fresh: [JournalEntry] = []
  /// What this batch said.
  var freshlySaid: [SentMessage] = []
  /// Entries that this batch recalls.
  var recalled: [MessageKey] = []
  /// Messages that this batch takes back.
  var unsaid: [String] = []
  /// Whether the stored rows of the file must be replaced, not changed.
  var isRebuilt = false
  /// What had no effect, for an operator.
  var passedOver: [SkippedMessage] = []

  /// A dossier as it was read.
  struct Base: Sendable {
    var file: File?
    var armed: [String: ArmedDeadline] = [:]
    var head: CausalPosition?
    var openedOn: Day?
  }

  /// Times a day that one dossier may be decided again: beyond, something turns in a circle.
  static var mostRebuilds: Int { 500 }

  init(
    base: Base, isComplete: Bool, past: [JournalEntry]?, said: [SentMessage], rebuilds: Int,
    rebuiltOn: Day?
  ) {
    self.base = base
    self.isComplete = isComplete
    self.past = past
    self.said = said
    written = base.armed
    armed = base.armed
    head = base.head
    openedOn = base.openedOn
    self.rebuilds = rebuilds
    self.rebuiltOn = rebuiltOn
  }

  /// Of a dossier of which nothing was ever heard.
  static var empty: DossierJournal {
    DossierJournal(
      base: Base(), isComplete: true, past: [], said: [], rebuilds: 0, rebuiltOn: nil)
  }

  /// Whether an entry comes after everything that was applied.
  func isNext(_ entry: JournalEntry) -> Bool {
    guard isComplete, let head else { return true }
    return head < entry.chain
  }

  /// Whether anything must be written.
  var isChanged: Bool {
    !fresh.isEmpty || !recalled.isEmpty || isRebuilt || head != base.head
  }

  /// How the deadlines differ from their table: each difference is told once.
  mutating func deadlineChanges(of household: HouseholdID) -> [DeadlineChange] {
    defer { written = armed }
    return written.keys.filter { armed[$0] == nil }.sorted()
      .map { .disarm(kind: $0, household: household) }
      + armed.filter { written[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
        .arm(
          kind: $0.key, deadline: $0.value.deadline, firesOn: $0.value.firesOn,
          household: household)
      }
  }

  /// Counts one more time that the dossier is decided again.
  mutating func countRebuild(on day: Day) -> Bool {
    rebuilds = rebuiltOn == day ? rebuilds + 1 : 1
    rebuiltOn = day
    return rebuilds <= Self.mostRebuilds
  }
}
