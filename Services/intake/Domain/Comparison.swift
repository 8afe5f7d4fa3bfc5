public import Contracts
import Vocabulary

/// In what two households agree and in what they differ, without a word of who they are: an
/// operator of Amont keeps the service running, and is none of those who are named and authorised
/// to read a dossier (décret 2025-348 art. 3). The commission reads both in its own tool.
public struct Comparison: Sendable, Hashable {
  /// What is compared. The raw value is what a reader sees.
  public enum Field: String, CaseIterable, Sendable {
    case nom
    case prenom = "prénom"
    case naissance, commune, voie
    case complement = "complément"
    case bailleur
    case etude = "étude"
    case bail, commandement, rg, allocataire, exploc
  }

  /// What came of it. The raw value is what a reader sees.
  public enum Agreement: String, CaseIterable, Sendable {
    case agrees = "concorde"
    case differs = "diffère"
    /// One of the two does not tell it.
    case absent
  }

  /// What is known of one of the two.
  public struct Side: Sendable {
    var persons: [Person]
    var dwelling: Dwelling?
    var bailleur: String?
    var etude: String?
    var keys: [IdentityKey]

    /// - Parameters:
    ///   - keys: Its strong keys; others are not compared.
    public init(
      persons: [Person] = [], dwelling: Dwelling? = nil, bailleur: String? = nil,
      etude: String? = nil, keys: [IdentityKey] = []
    ) {
      self.persons = persons
      self.dwelling = dwelling
      self.bailleur = bailleur
      self.etude = etude
      self.keys = keys
    }
  }

  public let outcomes: [Field: Agreement]

  /// Compares two sides, however each writes its names and its address.
  public init(_ one: Side, _ other: Side) {
    var outcomes: [Field: Agreement] = [:]
    for field in Field.allCases {
      outcomes[field] = Self.outcome(one.values(of: field), other.values(of: field))
    }
    self.outcomes = outcomes
  }

  /// The fields of which that came, in their order.
  public func fields(_ outcome: Agreement) -> [Field] {
    Field.allCases.filter { outcomes[$0] == outcome }
  }

  /// Several tenants, or references, agree where one does.
  private static func outcome(_ one: Set<String>, _ other: Set<String>) -> Agreement {
    if one.isEmpty || other.isEmpty { return .absent }
    return one.isDisjoint(with: other) ? .differs : .agrees
  }
}

extension Comparison.Side {
  fileprivate func values(of field: Comparison.Field) -> Set<String> {
    func named(_ kind: IdentityKey.Kind) -> Set<String> {
      Set(keys.filter { $0.kind == kind }.map(\.value))
    }
    let values: Set<String> =
      switch field {
      case .nom: Set(persons.map { NormalForm.name($0.nom) })
      case .prenom: Set(persons.compactMap { $0.prenom.map(NormalForm.name) })
      case .naissance: Set(persons.compactMap { $0.naissance?.description })
      case .commune: Set([dwelling?.insee].compactMap(\.self))
      case .voie: Set([dwelling.map { NormalForm.street($0.voie) }].compactMap(\.self))
      case .complement: [NormalForm.complement(dwelling?.complement)]
      case .bailleur: Set([bailleur].compactMap(\.self))
      case .etude: Set([etude].compactMap(\.self))
      case .bail: named(.bail)
      case .commandement: named(.commandement)
      case .rg: named(.rg)
      case .allocataire: named(.allocataire)
      case .exploc: named(.exploc)
      }
    return values.subtracting([""])
  }
}
