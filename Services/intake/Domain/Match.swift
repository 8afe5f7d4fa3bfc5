import Contracts
import Vocabulary

/// The dossier that an event is about, and what an operator should look at all the same.
struct Match: Equatable {
  /// The dossier, or `nil` when none is recognised.
  var dossier: Dossier?
  /// Other dossiers that come near, and why.
  var doubts: [(other: HouseholdID, reason: Doubt.Reason)] = []
  /// Whether several dossiers answer and nothing tells which.
  var isAmbiguous = false
  /// Whether a reference led to the dossier, and not its persons at its address.
  var isByReference = false

  /// The most doubts that one event may raise: a tower of two hundred doors is no reason for more.
  static let maximumDoubts = 3

  /// Notes a dossier that comes near.
  mutating func doubt(_ other: Dossier, _ reason: Doubt.Reason) {
    guard other.household != dossier?.household, doubts.count < Self.maximumDoubts,
      !doubts.contains(where: { $0.other == other.household })
    else { return }
    doubts.append((other.household, reason))
  }

  /// Settles on one dossier; those that are joined to it are no doubt.
  mutating func settle(_ home: Dossier, in register: Register) {
    dossier = home
    let root = register.root(of: home.household)
    doubts.removeAll { register.root(of: $0.other) == root }
  }

  static func == (left: Match, right: Match) -> Bool {
    left.dossier == right.dossier && left.isAmbiguous == right.isAmbiguous
      && left.isByReference == right.isByReference
      && left.doubts.elementsEqual(right.doubts, by: ==)
  }
}

extension Register {
  /// Recognises the household of an event: by its strongest reference, else by person and address.
  /// Never by name alone, and never by merging two dossiers.
  ///
  /// - Parameter other: A dossier that it is not about, as a commission decided, whatever its
  ///   references.
  /// - Throws: `Refusal.dossierUnknown` when the event quotes a dossier that does not exist.
  func match(
    _ references: References, of menage: Identification, opens: Bool,
    apartFrom other: HouseholdID? = nil
  ) throws(Refusal) -> Match {
    var match = Match()
    if let quoted = references.dossier {
      guard let dossier = dossiers[quoted] else { throw .dossierUnknown }
      guard view(of: root(of: quoted))?.isErased != true, !dossier.isErased else {
        throw .dossierErased
      }
      if root(of: quoted) != other { match.dossier = dossier }
    }
    matchStrong(references.strong, menage, opens: opens, apartFrom: other, into: &match)
    match.isByReference = match.dossier != nil
    matchPeople(references.people, menage, apartFrom: other, into: &match)
    guard match.dossier == nil else { return match }
    // What only comes near matters when a dossier is to be opened beside another.
    for key in references.civil {
      for other in holders(of: key) { match.doubt(other, .memePersonneAutreAdresse) }
    }
    if let dwelling = references.dwelling {
      for other in holders(of: dwelling) { match.doubt(other, .memeLogementAutreNom) }
    }
    return match
  }

  private func matchStrong(
    _ keys: [IdentityKey], _ menage: Identification, opens: Bool, apartFrom other: HouseholdID?,
    into match: inout Match
  ) {
    for key in keys {
      for dossier in holders(of: key) where root(of: dossier.household) != other {
        // An allocataire may move; one dossier is one dwelling, so a first signal elsewhere opens
        // another, and the two are shown to an operator. Where the persons differ too, it is no
        // removal.
        if key.kind == .allocataire, match.dossier == nil, opens,
          dossier.contradictions(with: menage, tellsRemoval: false) == [.voie]
        {
          match.doubt(dossier, .memePersonneAutreAdresse)
        } else if match.dossier == nil {
          match.dossier = dossier
        } else {
          match.doubt(dossier, .referencesContradictoires)
        }
      }
    }
  }

  private func matchPeople(
    _ keys: [IdentityKey], _ menage: Identification, apartFrom other: HouseholdID?,
    into match: inout Match
  ) {
    var found: [Dossier] = []
    for (key, person) in zip(keys, menage.locataires ?? []) {
      for dossier in holders(of: key) where root(of: dossier.household) != other {
        if !dossier.tenants.contains(where: { $0.hasName(of: person) && $0.mayBe(person) }) {
          match.doubt(dossier, .homonyme)
        } else if !dossier.mayBeBehind(menage.logement?.complement) {
          match.doubt(dossier, .autreLogement)
        } else if !found.contains(where: { $0.household == dossier.household }) {
          found.append(dossier)
        }
      }
    }
    if match.dossier != nil {
      for other in found { match.doubt(other, .personneDansAutreDossier) }
    } else if found.count == 1 {
      match.dossier = found.first
      match.doubts.removeAll { $0.other == found.first?.household }
    } else {
      match.isAmbiguous = !found.isEmpty
      for other in found { match.doubt(other, .plusieursDossiers) }
    }
  }
}

extension Register {
  /// What the references of an event show of a dossier and those joined to it.
  ///
  /// - Parameter tie: What is known of its sender: what a doubted one brought itself is not shown.
  func evidence(
    _ references: References, of root: HouseholdID, tie: Tie = .shown
  ) -> (own: Set<IdentityKey.Kind>, stray: Set<IdentityKey.Kind>, people: Bool) {
    func isHeld(_ key: IdentityKey) -> Bool {
      holders(of: key).contains { self.root(of: $0.household) == root }
    }
    return (
      own: Set(references.strong.filter { isHeld($0) && tie.isShown(by: $0) }.map(\.kind)),
      stray: Set(
        references.strong.filter { !isHeld($0) && !holders(of: $0).isEmpty }.map(\.kind)),
      people: references.people.contains { isHeld($0) && tie.isShown(by: $0) }
    )
  }
}

extension Dossier {
  /// Whether nothing contradicts that this dossier's dwelling has those stairs and door.
  fileprivate func mayBeBehind(_ complement: String?) -> Bool {
    let known = NormalForm.complement(dwelling?.complement)
    let told = NormalForm.complement(complement)
    return known.isEmpty || told.isEmpty || known == told
  }
}
