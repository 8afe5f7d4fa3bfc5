import Contracts
import PostgreSQL
import Vocabulary

/// What the journal's queries brought, read back.
struct JournalRows {
  private let heads: DossierHeads
  private let armed: Rows
  /// The dossiers of which the past was read, their past, and what was said; empty where no past
  /// was needed.
  private let past: [Rows]
  private let service: ServiceName

  /// - Throws: `PostgresError` when a result is missing.
  init(
    armed: Rows?, past: [Rows], heads: DossierHeads, service: ServiceName
  ) throws(PostgresError) {
    guard let armed, past.isEmpty || past.count == JournalQueries.pastCount else {
      throw PostgresError(code: .unexpectedResult, message: "the journal's queries were not run")
    }
    self.armed = armed
    self.past = past
    self.heads = heads
    self.service = service
  }

  /// The journals of the dossiers that have one, or a file older than the journal.
  ///
  /// - Throws: `PostgresError` when a row is not what the runtime wrote.
  func journals<File>(
    of files: [HouseholdID: File]
  ) throws -> [HouseholdID: DossierJournal<File>] {
    let deadlines = try deadlines()
    let entries = try entries()
    let words = try words()
    var journals: [HouseholdID: DossierJournal<File>] = [:]
    for (household, head) in heads.journals {
      journals[household] = DossierJournal(
        base: .init(
          file: files[household], armed: deadlines[household] ?? [:], head: head.place,
          openedOn: head.openedOn),
        isComplete: head.isComplete, past: entries[household], said: words[household] ?? [],
        rebuilds: head.rebuilds, rebuiltOn: head.rebuiltOn)
    }
    for (household, file) in files where journals[household] == nil {
      journals[household] = DossierJournal(
        base: .init(file: file, armed: deadlines[household] ?? [:]), isComplete: false, past: nil,
        said: [], rebuilds: 0, rebuiltOn: nil)
    }
    return journals
  }

  private func deadlines() throws -> [HouseholdID: [String: ArmedDeadline]] {
    try armed.reduce(into: [:]) { all, row in
      all[try row.uuid("household"), default: [:]][try row.text("kind")] = ArmedDeadline(
        deadline: try DeadlineBook.deadline(from: row), firesOn: try row.day("fires_on"))
    }
  }

  /// Of each dossier of which the past was read, though it be empty.
  private func entries() throws -> [HouseholdID: [JournalEntry]] {
    guard past.count == JournalQueries.pastCount else { return [:] }
    let none = try past[0].reduce(into: [:]) { $0[try $1.uuid("household")] = [JournalEntry]() }
    return try past[1].reduce(into: none) { all, row in
      guard !row.isErased else { return }
      let household = try row.uuid("household")
      let message = Message(
        id: try row.text("id"), source: try row.text("source"), type: try row.text("type"),
        household: household, occurredOn: try row.day("occurred_on"),
        correlation: try row.text("correlation"), causation: try row.textIfPresent("causation"),
        traceparent: try row.textIfPresent("traceparent"),
        chain: try CausalPosition(from: row),
        data: try row.of("inbox").bytesIfPresent("body")
          ?? row.at("quarantine.body").bytes(JournalQueries.aside))
      all[household, default: []].append(
        JournalEntry(message, receivedOn: try row.day("decided_on")))
    }
  }

  private func words() throws -> [HouseholdID: [SentMessage]] {
    guard past.count == JournalQueries.pastCount else { return [:] }
    return try past[2].reduce(into: [:]) { all, row in
      guard !row.isErased else { return }
      // An address that this release does not know is nobody's to take back.
      guard
        let destination = Destination(
          exchange: try row.text("exchange"), routingKey: try row.text("routing_key"))
      else { return }
      all[try row.uuid("household"), default: []].append(
        SentMessage(
          id: try row.text("message_id"),
          words: .init(
            destination: destination, type: try row.text("type"),
            data: try row.of("outbox").text("body"), place: try CausalPosition(from: row))))
    }
  }
}
