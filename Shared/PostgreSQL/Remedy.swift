/// What an error of the database asks of whoever was at work.
public enum Remedy: String, CaseIterable, Sendable {
  /// Do the same again on this connection: what stood in the way goes by itself.
  case retry
  /// Do the same again on another connection: this one is gone, or its session can do no more.
  case reconnect
  /// Put aside what was worked on: the fault lies in what it holds, and nothing else would fail.
  case setAside
  /// Wait, and tell whoever is on call: it would fail for anything else just as well, so that
  /// nothing may be put aside for it.
  case wait
}
