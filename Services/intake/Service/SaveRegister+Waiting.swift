import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

// The events that wait, written anew where something of them changed.
extension SaveRegister {
  /// What waits no more, and what is replaced.
  var waitingWrites: [Query] {
    let changed = register.changes.waiting.sorted()
    guard !changed.isEmpty else { return [] }
    let kept = changed.compactMap { register.waiting[$0] }
    let gone: Query = """
      DELETE FROM waiting w USING unnest(\(changed.map(\.sender))::text[],
        \(changed.map(\.event))::text[], \(changed.map(\.source))::text[])
        AS gone (sender, event_id, source)
      WHERE w.sender = gone.sender AND w.event_id = gone.event_id AND w.source = gone.source
      """
    return [gone] + (kept.isEmpty ? [] : [rows(kept), keyRows(kept)])
  }

  private func rows(_ events: [WaitingEvent]) -> Query {
    """
    INSERT INTO waiting (sender, event_id, source, ticket, type, received_on, act_on, menage, body,
      held_for, contradicts)
    SELECT s, e, o, t, k, r, a, m, b, nullif(h, '')::uuid, c FROM unnest(
      \(events.map(\.id.sender))::text[], \(events.map(\.id.event))::text[],
      \(events.map(\.id.source))::text[],
      \(events.map(\.ticket))::uuid[], \(events.map(\.kind.rawValue))::text[],
      \(events.map(\.receivedOn))::date[], \(events.map(\.actOn))::date[],
      \(sealed: events.map { .sealed($0.menageText, at: "waiting.menage", of: $0.ticket) })::bytea[],
      \(sealed: events.map { .sealed($0.body, at: "waiting.body", of: $0.ticket) })::bytea[],
      \(events.map { $0.hold?.dossier.description })::text[],
      \(events.map(\.contradictsText))::text[]) AS given (s, e, o, t, k, r, a, m, b, h, c)
    """
  }

  private func keyRows(_ events: [WaitingEvent]) -> Query {
    let rows = events.flatMap { event in Set(event.keys).sorted().map { (event.id, $0) } }
    return """
      INSERT INTO waiting_key (kind, key, sender, event_id, source)
      SELECT * FROM unnest(
        \(rows.map(\.1.kind.rawValue))::text[], \(rows.map(\.1.value))::text[],
        \(rows.map(\.0.sender))::text[], \(rows.map(\.0.event))::text[],
        \(rows.map(\.0.source))::text[])
      """
  }
}

extension WaitingEvent {
  /// What of it its dossier contradicts, as the table writes it.
  fileprivate var contradictsText: String {
    hold?.contradictions.map(\.rawValue).joined(separator: " ") ?? ""
  }
}
