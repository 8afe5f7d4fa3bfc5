import Contracts
public import Vocabulary

/// Everything in one message by which a household may be recognised.
public struct References: Sendable, Hashable {
  /// The dossier that the partner quotes.
  public let dossier: HouseholdID?
  /// The strong keys, the surest first: this order decides when two of them disagree.
  public let strong: [IdentityKey]
  /// The key of each tenant named, at the address.
  public let people: [IdentityKey]
  public let dwelling: IdentityKey?
  /// The key of each tenant whose day of birth is known, wherever they live. It only ever raises a
  /// doubt: two strangers may share a name and a default date such as 1 January.
  public let civil: [IdentityKey]

  /// What is to be locked so that two instances never open two dossiers for one household: the
  /// strong references, and the address, which stands in every key of a person.
  public let locks: [String]

  public var keys: [IdentityKey] { strong + people + (dwelling.map { [$0] } ?? []) + civil }

  /// The references of an identification.
  ///
  /// - Parameters:
  ///   - territory: Gives an address one place, however and whenever it was written.
  ///   - lists: Gives a court, a caisse or an étude one name, however it is written.
  ///   - digest: Hides what says something of a person.
  init(
    _ menage: Identification, territory: Territory, lists: CodeLists, digest: (String) -> String
  ) {
    dossier = menage.dossier
    strong = Self.strong(menage, lists, digest)
    let people = menage.locataires?.prefix(FieldBounds.tenants.upperBound) ?? []
    civil = people.compactMap { person in
      // A year or a month is no state of registry: it is only compared, once name and street agree.
      guard case .day(let birth) = person.naissance else { return nil }
      return IdentityKey(.etatCivil, Self.name(person) + [birth.description], digest: digest)
    }
    var locks = strong.map { $0.kind.rawValue + ":" + $0.value }
    if let dossier { locks.append("dossier:" + dossier.description) }
    if let logement = menage.logement {
      let street = [territory.place(of: logement.insee), NormalForm.street(logement.voie)]
      self.people = people.map {
        IdentityKey(.personneAdresse, Self.name($0) + street, digest: digest)
      }
      dwelling = IdentityKey(
        .adresse, street + [NormalForm.complement(logement.complement)], digest: digest)
      locks.append("voie:" + digest(street.joined(separator: "\u{1F}")))
    } else {
      self.people = []
      dwelling = nil
    }
    self.locks = locks
  }

  private static func strong(
    _ menage: Identification, _ lists: CodeLists, _ digest: (String) -> String
  ) -> [IdentityKey] {
    var keys: [IdentityKey] = []
    if let bail = menage.bail {
      keys.append(
        IdentityKey(.bail, [bail.siret, NormalForm.reference(bail.contrat)], digest: digest))
    }
    if let exploc = menage.exploc {
      keys.append(IdentityKey(.exploc, [NormalForm.reference(exploc)], digest: digest))
    }
    if let act = menage.commandement {
      let reference = NormalForm.reference(act.reference)
      keys += lists.forms(.etude, act.etude)
        .map { IdentityKey(.commandement, [$0, reference], digest: digest) }
    }
    if let rg = menage.rg {
      keys += lists.forms(.tribunal, rg.tribunal)
        .map { IdentityKey(.rg, [$0, rg.numero], digest: digest) }
    }
    if let caf = menage.allocataire {
      let number = NormalForm.number(caf.numero)
      keys += lists.forms(.caisse, caf.caisse)
        .map { IdentityKey(.allocataire, [$0, number], digest: digest) }
    }
    return keys
  }

  private static func name(_ person: Person) -> [String] {
    [NormalForm.name(person.nom), NormalForm.name(person.prenom ?? "")]
  }
}

extension Reception.ID {
  /// What is to be locked so that two events of one name are never decided at the same time; the
  /// source is left out, for one that was not kept may be any.
  public var locks: [String] { ["evenement:" + sender + "/" + event] }
}

/// What an event that changes the past is about, beside what its own identification says: an event
/// that it names, another dossier, or corrected references.
public struct Target: Sendable, Hashable {
  /// The event that is rectified, when it is the sender's own.
  public let event: Reception.ID?
  /// The other dossier of a fusion or a separation.
  public let dossier: HouseholdID?
  /// The references of the corrected payload.
  public let references: References?

  /// What a fusion or a separation is about.
  static func other(_ dossier: HouseholdID) -> Target {
    Target(event: nil, dossier: dossier, references: nil)
  }

  /// What is to be locked besides.
  public var locks: [String] {
    (event?.locks ?? [])
      + (dossier.map { ["dossier:" + $0.description] } ?? []) + (references?.locks ?? [])
  }
}
