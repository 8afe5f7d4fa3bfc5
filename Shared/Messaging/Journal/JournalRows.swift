import Contracts
import PostgreSQL
import Vocabulary

/// What the journal's queries brought, read back.
struct JournalRows {
  private let heads: Rows
  private let armed: Rows
  private let past: Rows
  private let said: Rows
  private let service: ServiceName

  /// - Throws: `PostgresError` when a result is missing.
  init(_ results: [Rows], service: ServiceName) throws(PostgresError) {
    guard results.count >= JournalQueries.count else {
      throw PostgresError(code: .unexpectedResult, message: "the journal's queries were not run")
    }
    heads = results[0]
    armed = results[1]
    past = results[2]
    said = results[3]
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
    for row in heads {
      let household = try row.uuid("household")
      journals[household] = DossierJournal(
        base: .init(
          file: files[household], armed: deadlines[household] ?? [:],
          head: Chain(root: try row.text("root"), path: try row.text("path")),
          openedOn: try row.dayIfPresent("opened_on")),
        isComplete: try row.bool("complete"),
        past: try row.bool("past_is_read") ? entries[household] ?? [] : nil,
        said: words[household] ?? [], rebuilds: try row.int("rebuilds"),
        rebuiltOn: try row.dayIfPresent("rebuilt_on"))
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

  private func entries() throws -> [HouseholdID: [JournalEntry]] {
    try past.reduce(into: [:]) { all, row in
      let household = try row.uuid("household")
      let message = Message(
        id: try row.text("id"), source: try row.text("source"), type: try row.text("type"),
        household: household, occurredOn: try row.day("occurred_on"),
        correlation: try row.text("correlation"), causation: try row.textIfPresent("causation"),
        traceparent: try row.textIfPresent("traceparent"),
        chain: Chain(root: try row.text("root"), path: try row.text("path")),
        data: Array(try row.text("body").utf8))
      all[household, default: []].append(
        JournalEntry(message, receivedOn: try row.day("received_on")))
    }
  }

  private func words() throws -> [HouseholdID: [SaidMessage]] {
    try said.reduce(into: [:]) { all, row in
      // An address that this release does not know is nobody's to take back.
      guard
        let destination = Destination(
          exchange: try row.text("exchange"), routingKey: try row.text("routing_key"))
      else { return }
      all[try row.uuid("household"), default: []].append(
        SaidMessage(
          id: try row.text("message_id"),
          words: .init(
            destination: destination, type: try row.text("type"), data: try row.text("body"),
            place: try row.place)))
    }
  }
}

extension Row {
  /// The place of a message; one from before there were places has none.
  fileprivate var place: Chain? {
    get throws {
      guard let root = try textIfPresent("root"), let path = try textIfPresent("path") else {
        return nil
      }
      return Chain(root: root, path: path)
    }
  }
}
