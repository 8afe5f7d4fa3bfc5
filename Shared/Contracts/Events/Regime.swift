// Which rules apply to a procedure: the lease and the motive say so, a row each.

/// By what right the household lives in the dwelling.
public enum TypeDeBail: String, CaseIterable, Codable, Sendable {
  /// An empty dwelling (loi 89-462, titre I).
  case vide
  /// A furnished one (titre I bis).
  case meuble
  /// Dwelling and profession (titre I).
  case mixte
  /// A logement-foyer or a résidence sociale (CCH L633-1).
  case foyer
  /// A lease under the law of 1 September 1948.
  case loi1948 = "loi-1948"
  /// No lease, or none any more.
  case sansTitre = "sans-titre"
}

/// The rules that apply to a procedure, by lease and motive. What decides asks here, and nowhere
/// else which lease or which motive it is.
public struct Regime: Sendable, Hashable {
  /// Whether article 24 of loi 89-462 holds: its clause and its commandement, the notification to
  /// the préfet, the DSF, and up to three years of the judge with the clause suspended.
  public let hasArticle24: Bool
  /// The text by which the judge may give time to pay; `nil` where nothing is owed.
  public let timeToPay: String?
  /// Whether the judge of the execution may give time to leave (CPCE L412-3).
  public let mayHaveTimeToLeave: Bool
  /// The text under which the landlord claims.
  public let claim: String
  /// The motive, as a sentence goes on: `après un congé`.
  public let motive: String

  /// The rules of a procedure. A lease that nobody named is taken for an empty dwelling's: the law
  /// of most, and what was held before leases were told.
  public init(_ motive: Motif, of lease: TypeDeBail?) {
    let row = lease?.row ?? TypeDeBail.vide.row
    let ground = motive.ground
    hasArticle24 = ground.isDebt && row.hasArticle24
    timeToPay = ground.isDebt ? row.timeToPay : nil
    mayHaveTimeToLeave = ground.mayHaveTimeToLeave
    claim = ground.isDebt ? row.claim : ground.claim
    self.motive = ground.text
  }
}

// swift-format-ignore
extension TypeDeBail {
  fileprivate typealias Row = (hasArticle24: Bool, timeToPay: String, claim: String)

  /// What the lease decides, where the motive is rent debt. The texts of leases other than the
  /// empty one were not read: they are common knowledge of the field.
  fileprivate var row: Row {
    switch self {
    case .vide, .mixte: (true, "loi 89-462, art. 24 V", "loi 89-462, art. 24")
    case .meuble:       (true, "loi 89-462, art. 24 V, 25-3", "loi 89-462, art. 24, 25-3")
    case .foyer:        (false, "C. civ. art. 1343-5", "CCH art. L633-2, R633-3")
    case .loi1948:      (false, "C. civ. art. 1343-5", "loi 48-1360")
    case .sansTitre:    (false, "C. civ. art. 1343-5", "C. civ. art. 544, 1240")
    }
  }
}

// swift-format-ignore
extension Motif {
  fileprivate typealias Ground = (isDebt: Bool, mayHaveTimeToLeave: Bool, claim: String, text: String)

  /// What the motive decides.
  fileprivate var ground: Ground {
    switch self {
    case .impaye:    (true, true, "loi 89-462, art. 24", "pour dette locative")
    case .conge:     (false, true, "loi 89-462, art. 15, 25-8", "après un congé")
    case .troubles:  (false, true, "loi 89-462, art. 7 b ; C. civ. art. 1224", "pour troubles de jouissance")
    case .assurance: (false, true, "loi 89-462, art. 7 g", "pour défaut d'assurance")
    case .abandon:   (false, true, "loi 89-462, art. 14-1", "pour abandon du logement")
    case .squat:     (false, false, "loi 2007-290, art. 38", "pour une entrée par voie de fait")
    case .autre:     (false, true, "loi 89-462", "pour un autre motif que la dette")
    }
  }
}
