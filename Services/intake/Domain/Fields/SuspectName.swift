/// Names that are no person's: what is typed where the name is not known.
enum SuspectName {
  /// Whether the text is probably no name.
  static func isSuspect(_ text: String) -> Bool {
    let words = NormalForm.words(text)
    if words.contains(where: { $0.contains { $0.isNumber } }) { return true }
    let joined = words.joined()
    return placeholders.contains(words.joined(separator: " ")) || Set(joined) == ["x"]
  }

  private static let placeholders: Set<String> = [
    "inconnu", "inconnue", "inconnus", "anonyme", "sans nom", "sans prenom", "neant", "aucun",
    "non renseigne", "non renseignee", "non connu", "non communique", "a renseigner",
    "a completer", "nc", "nr", "sp", "snp", "test", "locataire", "occupant", "monsieur", "madame",
    "nom", "prenom",
  ]
}
