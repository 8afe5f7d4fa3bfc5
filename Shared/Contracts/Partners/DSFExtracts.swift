public import Vocabulary

// What of a household's diagnosis goes to whom, beside the DSF itself.

/// What the court may know where the DSF has not come: who was sought, and the amounts that the
/// landlord and the organisme payeur gave. No word of a social worker.
public struct ElementsConnus: Codable, Sendable, Hashable {
  /// The attempts to meet the household that failed.
  public var tentatives: [DSFCarence.Tentative]
  public var dette: Cents?
  /// The monthly housing aid.
  public var aide: Cents?

  public init(tentatives: [DSFCarence.Tentative], dette: Cents? = nil, aide: Cents? = nil) {
    (self.tentatives, self.dette, self.aide) = (tentatives, dette, aide)
  }
}

/// The copy of a DSF that the landlord has (décret 2021-8): the lease, the debt and what is done
/// about it; nothing of the private life of the household, nor of a surendettement before its
/// recevabilité (C. consom. art. L721-3).
public struct CopieBailleur: Codable, Sendable, Hashable {
  public var date: Day
  public var loyer: Cents
  public var charges: Cents
  public var aide: Cents
  public var dette: Cents
  public var loyer_repris: Bool
  public var conclusion: Diagnostic.Conclusion?
  public var auteur: String?
  public var fsl: Rubriques.Etape?
  public var surendettement: Rubriques.Etape?
  public var dette_contestee: Bool?
  public var observations_bailleur: String?

  /// What the landlord may read of that diagnosis.
  public init(_ diagnostic: Diagnostic) {
    (date, loyer, charges) = (diagnostic.date, diagnostic.loyer, diagnostic.charges)
    (aide, dette, loyer_repris) = (diagnostic.aide, diagnostic.dette, diagnostic.loyer_repris)
    (conclusion, auteur) = (diagnostic.conclusion, diagnostic.auteur)
    fsl = diagnostic.rubriques?.fsl
    surendettement = diagnostic.rubriques?.surendettement.flatMap { $0.isPublic ? $0 : nil }
    dette_contestee = diagnostic.rubriques?.dette_contestee
    observations_bailleur = diagnostic.beforeRecevabilite.rubriques?.observations_bailleur
  }
}

extension Diagnostic {
  /// The same for whoever has no right to know of a surendettement before its recevabilité: the
  /// court and the commission among them (C. consom. art. L721-3).
  public var beforeRecevabilite: Diagnostic {
    guard let sections = rubriques, sections.surendettement?.isPublic != true else { return self }
    var shown = self
    shown.rubriques = sections.withoutSurendettement
    return shown
  }
}

extension Rubriques {
  /// The same without a word of a surendettement: a line of a text that names it is left out.
  fileprivate var withoutSurendettement: Rubriques {
    var shown = self
    shown.surendettement = nil
    for path in Self.texts { shown[keyPath: path] = shown[keyPath: path].map(Self.masked) }
    return shown
  }

  private static var texts: [WritableKeyPath<Rubriques, String?>] {
    [
      \.observations_locataire, \.observations_bailleur, \.preconisations, \.situation_familiale,
      \.situation_professionnelle, \.accompagnement, \.logement, \.causes,
    ]
  }

  /// The text without the lines that name a surendettement or its commission.
  private static func masked(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let plain = line.lowercased()
        return names.contains { plain.contains($0) } ? "[…]" : line
      }
      .joined(separator: "\n")
  }

  private static let names = [
    "surendett", "sur-endett", "surendet", "banque de france", "rétablissement personnel",
    "retablissement personnel",
  ]
}

extension Rubriques.Etape {
  /// Whether a surendettement that stands there was declared recevable.
  fileprivate var isPublic: Bool {
    switch self {
    case .recevable, .accorde: true
    case .nonSouhaite, .envisage, .depose, .refuse: false
    }
  }
}
