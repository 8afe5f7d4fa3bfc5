import IntakeDomain

/// What is known of accounts whose first event did not show what ties them to a dossier, as one
/// text: one row of a dossier has them all. No key and no account holds a control character.
enum TieRows {
  private static let betweenAccounts: Character = "\u{1E}", betweenFields: Character = "\u{1F}"

  /// The ties of a dossier, by account, from what the query makes of them.
  static func ties(_ text: String) -> [String: Tie] {
    text.split(separator: betweenAccounts).reduce(into: [:]) { ties, line in
      let fields = line.split(separator: betweenFields, omittingEmptySubsequences: false)
      ties[String(fields[0])] =
        switch fields.count {
        case 1: .doubted(brought: nil)
        case 2: .shown
        case _: .doubted(brought: keys(fields[2]))
        }
    }
  }

  /// What an account brought, in an order that does not depend on chance.
  static func text(_ brought: Set<IdentityKey>) -> String {
    brought.sorted().map { $0.kind.rawValue + "\t" + $0.value }.joined(separator: "\n")
  }

  private static func keys(_ text: Substring) -> Set<IdentityKey> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, let kind = IdentityKey.Kind(rawValue: String(parts[0])) else {
          return nil
        }
        return IdentityKey(kind: kind, value: String(parts[1]))
      })
  }
}
