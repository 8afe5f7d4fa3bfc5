/// Why a column of text or bytes is not sealed. Every such column of every table is either sealed
/// or has one of these: whoever adds one must decide.
public enum PlainText: String, Sendable, CaseIterable {
  /// A word of a list of ours: a state, a kind, a reason.
  case word
  /// The broker account of a body.
  case account
  /// The agent who decided in a body's name, by first name and name: never of the household.
  case agent
  /// The number that a body gave its own act, offer or contract, by which it is found again.
  case reference
  /// What tells a message, its place or its cause apart.
  case identifier
  /// A digest that cannot be computed without a key.
  case digest
  /// A rule, an article, a formula, a delay.
  case law
  /// A sentence of ours, which names nobody: the tests of the domains hold it.
  case sentence
  /// A commune, a commission, a court: of many people.
  case place
  /// What the broker or the database said.
  case machine
  /// A key, wrapped by another.
  case key
}
