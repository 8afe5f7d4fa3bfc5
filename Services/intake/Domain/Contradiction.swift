import Contracts
import Vocabulary

/// What of an event contradicts the dossier to which one of its references leads. The raw value
/// stands in the database and is what an operator reads.
public enum Contradiction: String, CaseIterable, Sendable {
  /// None of the tenants that it names is one of the dossier's.
  case locataires
  /// Its dwelling stands in another street, or at another number.
  case voie
}

extension Dossier {
  /// What the event says of persons and street, where the dossier says otherwise. Nothing, where
  /// either is silent: a reference alone is how a partner names a household that it knows.
  func contradictions(with menage: Identification, tellsRemoval: Bool) -> [Contradiction] {
    var found: [Contradiction] = []
    if let named = menage.locataires, !named.isEmpty, !tenants.isEmpty,
      !named.contains(where: { person in tenants.contains { $0.mayBeOfFamily(of: person) } })
    {
      found.append(.locataires)
    }
    if !hasMoved, !tellsRemoval, !mayBeAt(menage.logement) { found.append(.voie) }
    return found
  }

  /// Whether nothing contradicts that this dossier's dwelling stands in that street. What one
  /// writing leaves out (a building, a postcode, the second number of a range) contradicts nothing.
  /// The commune is not compared: a slip in its code is for the commission that places the
  /// dwelling.
  func mayBeAt(_ other: Dwelling?) -> Bool {
    guard let dwelling, let other else { return true }
    let known = Set(NormalForm.street(dwelling.voie).split(separator: " "))
    let told = Set(NormalForm.street(other.voie).split(separator: " "))
    return known.isSubset(of: told) || told.isSubset(of: known)
  }
}

extension Person {
  /// Whether nothing tells that both are of one household: a word of the surname in common, however
  /// it is parted or exchanged with the first name; or the first name and the birth date, where a
  /// marriage changed the surname.
  fileprivate func mayBeOfFamily(of other: Person) -> Bool {
    func names(_ person: Person) -> Set<String> {
      let surname = NormalForm.words(person.nom)
      return Set(surname + [surname.joined()])
    }
    let own = names(self)
    let others = names(other)
    if !own.isDisjoint(with: others) { return true }
    guard let prenom, let otherFirst = other.prenom else { return false }
    let isExchanged =
      own.contains(NormalForm.words(otherFirst).joined())
      && others.contains(NormalForm.words(prenom).joined())
    let isRenamed =
      naissance != nil && naissance == other.naissance
      && NormalForm.name(prenom) == NormalForm.name(otherFirst)
    return isExchanged || isRenamed
  }
}
