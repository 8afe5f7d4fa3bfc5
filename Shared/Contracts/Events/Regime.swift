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
  /// Whether something is owed: the judge may then give time to pay.
  public let isForDebt: Bool
  /// The text by which he may give up to three years with the clause suspended; `nil` where
  /// article 24 of loi 89-462 does not hold.
  public let clauseDelays: String?
  /// What takes from the judge that he gives time to leave (CPCE L412-3), where something may.
  public let exclusion: Exclusion?
  /// The text under which the landlord claims.
  public let claim: String
  /// The text by which the congé given to a protected tenant needs an offer of another dwelling.
  public let offer: String
  /// The motive, as a sentence goes on: `après un congé`.
  public let motive: String

  /// Whether article 24 of loi 89-462 holds: its clause and its commandement, the notification to
  /// the préfet, the DSF, and the delays of `clauseDelays`.
  public var hasArticle24: Bool { clauseDelays != nil }

  /// Where no time to leave is given (CPCE L412-3).
  public enum Exclusion: Sendable, Hashable {
    /// The household is said to have entered by voie de fait. The rule book says from which day.
    case unlawfulEntry
    /// A congé under the law of 1948: where it is the reprise of its article 19, on any day.
    case reprise
  }

  /// The rules of a procedure. A lease that nobody named is taken for an empty dwelling's: the law
  /// of most, and what was held before leases were told.
  public init(_ motive: Motif, of lease: TypeDeBail?) {
    let row = lease?.row ?? TypeDeBail.vide.row
    let ground = motive.ground
    isForDebt = ground.isDebt
    clauseDelays = ground.isDebt ? row.clauseDelays : nil
    exclusion =
      switch (motive, lease) {
      case (.squat, _): .unlawfulEntry
      case (.conge, .loi1948): .reprise
      case (.impaye, _), (.conge, _), (.troubles, _), (.assurance, _), (.abandon, _), (.autre, _):
        nil
      }
    // What the law of 1989 says of a motive it says of its own leases.
    if ground.isDebt || row.conge == nil {
      claim = row.claim
    } else if motive == .conge, let conge = lease?.row.conge {
      claim = conge
    } else {
      claim = ground.claim
    }
    offer = lease == .meuble ? "loi 89-462, art. 25-8 II" : "loi 89-462, art. 15 III"
    self.motive = ground.text
  }
}

// swift-format-ignore
extension TypeDeBail {
  fileprivate typealias Row = (clauseDelays: String?, claim: String, conge: String?)

  /// What the lease decides: the delays and the claim where the motive is rent debt, and the text
  /// of a congé, where it is one of loi 89-462. The texts of leases other than the empty one were
  /// not read: they are common knowledge of the field.
  fileprivate var row: Row {
    switch self {
    case .vide, .mixte: ("loi 89-462, art. 24 V", "loi 89-462, art. 24", "loi 89-462, art. 15")
    case .meuble:       ("loi 89-462, art. 24 V, 25-3", "loi 89-462, art. 24, 25-3", "loi 89-462, art. 25-8")
    case .foyer:        (nil, "CCH art. L633-2, R633-3", nil)
    case .loi1948:      (nil, "loi 48-1360", nil)
    case .sansTitre:    (nil, "C. civ. art. 544, 1240", nil)
    }
  }
}

// swift-format-ignore
extension Motif {
  fileprivate typealias Ground = (isDebt: Bool, claim: String, text: String)

  /// What the motive decides.
  fileprivate var ground: Ground {
    switch self {
    case .impaye:    (true, "loi 89-462, art. 24", "pour dette locative")
    case .conge:     (false, "loi 89-462, art. 15, 25-8", "après un congé")
    case .troubles:  (false, "loi 89-462, art. 7 b ; C. civ. art. 1224", "pour troubles de jouissance")
    case .assurance: (false, "loi 89-462, art. 7 g", "pour défaut d'assurance")
    case .abandon:   (false, "loi 89-462, art. 14-1", "pour abandon du logement")
    case .squat:     (false, "C. civ. art. 544", "pour une entrée par voie de fait")
    case .autre:     (false, "loi 89-462", "pour un autre motif que la dette")
    }
  }
}
