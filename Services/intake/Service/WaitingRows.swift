import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// The events that wait for a dossier of the batch, read back.
struct WaitingRows {
  let events: Rows
  let counts: Rows

  /// How many events of the batch's senders wait.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func bySender() throws -> [String: Int] {
    try counts.reduce(into: [:]) { $0[try $1.text("sender")] = try $1.int("waiting") }
  }

  /// The events, each with its keys. One of a kind that this release does not know stays where it
  /// is.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func waiting() throws -> [WaitingEvent] {
    try events.compactMap { row in
      guard !row.isErased, let kind = EventKind(rawValue: try row.text("type")) else { return nil }
      return WaitingEvent(
        id: try .init(of: row),
        ticket: try row.uuid("ticket"), kind: kind, receivedOn: try row.day("received_on"),
        actOn: try row.day("act_on"),
        menage: try Wire.decode(Identification.self, from: row.of("waiting").bytes("menage")),
        body: try row.of("waiting").text("body"), keys: keys(try row.text("keys")),
        hold: try hold(row))
    }
  }

  private func hold(_ row: Row) throws(PostgresError) -> WaitingEvent.Hold? {
    guard let dossier = try row.uuidIfPresent("held_for") else { return nil }
    return .init(
      dossier: dossier,
      contradictions: try row.text("contradicts").split(separator: " ")
        .compactMap { Contradiction(rawValue: String($0)) })
  }

  /// Keys as the query joins them: a line each, kind and value with a tab between. Neither can hold
  /// a control character.
  private func keys(_ text: String) -> [IdentityKey] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let kind = IdentityKey.Kind(rawValue: String(parts[0])) else {
        return nil
      }
      return IdentityKey(kind: kind, value: String(parts[1]))
    }
  }
}
