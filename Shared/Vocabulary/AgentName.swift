/// Who reads or decides: one person, by first name and name. Décret 2025-348, art. 3 has each agent
/// designated individually: a body, a function or an account is none.
public struct AgentName: Hashable, Sendable, CustomStringConvertible {
  /// A longer text is no name.
  public static let longest = 100
  /// First name and name at least; more than six words are a sentence.
  public static let words = 2...6

  /// The name, with one space between its words.
  public let description: String

  /// The person of that name; `nil` for a text that names no person.
  public init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard Self.words.contains(parts.count), text.count <= Self.longest,
      parts.allSatisfy(Self.isNameLike), !parts.contains(where: Self.isBody)
    else { return nil }
    description = parts.joined(separator: " ")
  }

  private static func isNameLike(_ word: String) -> Bool {
    word.contains(where: \.isLetter) && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
  }

  private static func isBody(_ word: String) -> Bool {
    bodies.contains(word.lowercased())
  }

  /// Words of bodies, functions and accounts, with and without accents. A list cannot be whole;
  /// what it misses stays where it was written, and is seen by whoever reviews it.
  private static let bodies: Set<String> = [
    "adil", "admin", "administrateur", "agence", "agent", "anonyme", "antenne", "ars", "bailleur",
    "banque", "bureau", "caf", "caisse", "ccapex", "ccas", "cellule", "commission", "commune",
    "compte", "ddets", "ddtm", "departement", "département", "dihal", "direction", "drihl",
    "equipe", "équipe", "etude", "étude", "fsl", "gendarmerie", "greffe", "huissier", "mairie",
    "msa", "operateur", "opérateur", "operator", "police", "pole", "pôle", "prefecture",
    "préfecture", "prefet", "préfet", "root", "secretariat", "secrétariat", "service", "siao",
    "sous-commission", "sous-prefecture", "sous-préfecture", "test", "tribunal", "user",
    "utilisateur",
  ]
}
