/// One way to recognise a household: a reference, or what is known of a person and an address.
public struct IdentityKey: Sendable, Hashable, Comparable {
  /// The ways to recognise a household. The raw value stands in the database.
  public enum Kind: String, CaseIterable, Sendable {
    /// SIRET and contract number: the lease itself.
    case bail
    /// The number of EXPLOC or ALEXI.
    case exploc
    /// Étude and its reference of the commandement de payer.
    case commandement
    /// Court and number of the répertoire général.
    case rg
    /// Caisse and allocataire's number: a person, who may move.
    case allocataire
    /// Surname, first name, street; the birth dates are compared afterwards.
    case personneAdresse = "personne-adresse"
    /// Street, number, stairs, floor and door.
    case adresse
    /// Surname, first name and birth date, wherever they live.
    case etatCivil = "etat-civil"

    /// Whether one dossier at most may hold a key of this kind.
    public var isStrong: Bool {
      switch self {
      case .bail, .exploc, .commandement, .rg, .allocataire: true
      case .personneAdresse, .adresse, .etatCivil: false
      }
    }

    /// Whether the key says something of a person: then only its digest is kept.
    var isPersonal: Bool {
      switch self {
      case .allocataire, .personneAdresse, .adresse, .etatCivil: true
      case .bail, .exploc, .commandement, .rg: false
      }
    }
  }

  public let kind: Kind
  /// The normal form, or its digest where it says something of a person.
  public let value: String

  public init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// A key from the parts of a normal form.
  init(_ kind: Kind, _ parts: [String], digest: (String) -> String) {
    // No part can hold the separator: normal forms have no control character.
    let text = parts.joined(separator: "\u{1F}")
    self.init(
      kind: kind,
      value: kind.isPersonal
        ? digest(kind.rawValue + "\u{1F}" + text) : parts.joined(separator: "|"))
  }

  /// By kind, then by value.
  public static func < (left: IdentityKey, right: IdentityKey) -> Bool {
    (left.kind.rawValue, left.value) < (right.kind.rawValue, right.value)
  }
}
