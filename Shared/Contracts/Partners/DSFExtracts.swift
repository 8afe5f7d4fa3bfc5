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
    observations_bailleur = diagnostic.rubriques?.observations_bailleur
  }
}

extension Diagnostic {
  /// The same for whoever has no right to know of a surendettement before its recevabilité: the
  /// court and the commission among them (C. consom. art. L721-3).
  public var beforeRecevabilite: Diagnostic {
    var shown = self
    if shown.rubriques?.surendettement?.isPublic == false { shown.rubriques?.surendettement = nil }
    return shown
  }
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
