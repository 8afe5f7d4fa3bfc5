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
      && left.doubts.elementsEqual(right.doubts, by: ==)
  }
}

extension Register {
  /// Recognises the household of an event: by its strongest reference, else by person and address.
  /// Never by name alone, and never by merging two dossiers.
  ///
  /// - Throws: `Refusal.dossierUnknown` when the event quotes a dossier that does not exist.
  func match(
    _ references: References, of menage: Identification, opens: Bool
  ) throws(Refusal) -> Match {
    var match = Match()
    if let quoted = references.dossier {
      guard let dossier = dossiers[quoted] else { throw .dossierUnknown }
      match.dossier = dossier
    }
    matchStrong(references.strong, menage, opens: opens, into: &match)
    matchPeople(references.people, menage, into: &match)
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
    _ keys: [IdentityKey], _ menage: Identification, opens: Bool, into match: inout Match
  ) {
    for key in keys {
      for dossier in holders(of: key) {
        // An allocataire may move; one dossier is one dwelling, so a first signal elsewhere opens
        // another, and the two are shown to an operator.
        if key.kind == .allocataire, match.dossier == nil, opens, !dossier.mayBeAt(menage.logement)
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
    _ keys: [IdentityKey], _ menage: Identification, into match: inout Match
  ) {
    var found: [Dossier] = []
    for (key, person) in zip(keys, menage.locataires ?? []) {
      for dossier in holders(of: key) {
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

extension Dossier {
  /// Whether nothing contradicts that this dossier's dwelling stands in that street.
  fileprivate func mayBeAt(_ other: Dwelling?) -> Bool {
    guard let dwelling, let other else { return true }
    return NormalForm.street(dwelling.voie) == NormalForm.street(other.voie)
  }

  /// Whether nothing contradicts that this dossier's dwelling has those stairs and door.
  fileprivate func mayBeBehind(_ complement: String?) -> Bool {
    let known = NormalForm.complement(dwelling?.complement)
    let told = NormalForm.complement(complement)
    return known.isEmpty || told.isEmpty || known == told
  }
}
