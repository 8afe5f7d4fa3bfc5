/// How sure a value of the legal calendar is.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// Read in the public source that the row names.
  case law
  /// Stated by the instruction of 22 March 2017.
  case seed
  /// Known to the trade and not read in a source: safe to use.
  case high
  /// Known to the trade and not read in a source: to be verified.
  case medium
  /// Doubtful: a lawyer must confirm it before anyone relies on it.
  case low
  /// A local choice, of the préfet or of the Charte, and not the law.
  case parameter
}
