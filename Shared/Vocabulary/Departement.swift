/// The codes of the départements that a service may be run for.
public enum Departement {
  /// The codes overseas, with the collectivités that took the code of a département.
  public static let overseas = ["971", "972", "973", "974", "975", "976", "977", "978"]

  /// Every code: 01 to 95 without 20, the two of Corsica, those overseas, and the two halves of the
  /// Rhône, `69D` and the Métropole de Lyon `69M`, beside the whole, `69`.
  public static let all: [String] =
    (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
    + ["2A", "2B", "69D", "69M"] + overseas

  /// Whether a service may be run for that code.
  public static func isKnown(_ code: String) -> Bool { known.contains(code) }

  /// What the INSEE code of every commune of a département begins with: `69` for its halves too.
  public static func prefix(of code: String) -> String {
    code.hasPrefix("69") ? "69" : code
  }

  /// The département of an INSEE code; the whole Rhône for its communes.
  public static func of(insee: String) -> String {
    String(insee.prefix(insee.hasPrefix("97") || insee.hasPrefix("98") ? 3 : 2))
  }

  private static let known = Set(all)
}
