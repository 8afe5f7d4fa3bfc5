public import Vocabulary

// The right to housing or accommodation (DALO, DAHO), and a place found by the SIAO.

/// Which right is claimed before the commission de médiation.
public enum DroitOpposable: String, CaseIterable, Codable, Sendable {
  /// Housing (CCH L441-2-3 II).
  case dalo
  /// Accommodation (CCH L441-2-3 III).
  case daho
}

/// `dalo.recours`: the household seizes the commission de médiation (CCH art. L441-2-3).
public struct DALORecours: Codable, Sendable, Hashable {
  public var date: Day
  public var droit: DroitOpposable?

  public init(date: Day, droit: DroitOpposable? = nil) {
    (self.date, self.droit) = (date, droit)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let daloRecours = EventDeclaration(.daloRecours, PartnerEvent.daloRecours, "Recours devant la commission de médiation", "CCH art. L441-2-3",
    from: [.menage, .serviceSocial, .mandataire, .commissionMediation], to: [.rehousing], example: #""date":"2018-02-01""#) {
    member("date", "Jour de réception par la commission", .act)
    member("droit", "Droit invoqué, logement s'il n'est pas dit")
  }
}

/// `dalo.decision`: the commission de médiation decides.
public struct DALODecision: Codable, Sendable, Hashable {
  public var date: Day
  /// Whether the household is priority and must be housed urgently.
  public var prioritaire: Bool
  public var droit: DroitOpposable?
  /// For accommodation: whether a logement-foyer or transition housing is meant (three months).
  public var logement_foyer: Bool?

  public init(
    date: Day, prioritaire: Bool, droit: DroitOpposable? = nil, logement_foyer: Bool? = nil
  ) {
    (self.date, self.prioritaire) = (date, prioritaire)
    (self.droit, self.logement_foyer) = (droit, logement_foyer)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let daloDecision = EventDeclaration(.daloDecision, PartnerEvent.daloDecision, "Décision de la commission de médiation", "CCH art. L441-2-3",
    from: [.commissionMediation], to: [.rehousing], example: #""date":"2018-02-01","prioritaire":true"#) {
    member("date", "Jour de la décision", .act)
    member("prioritaire", "Le ménage est prioritaire et doit être logé d'urgence")
    member("droit", "Droit reconnu, logement s'il n'est pas dit")
    member("logement_foyer", "Un logement-foyer ou de transition est visé")
  }
}

/// `dalo.fin`: the préfet decides that the right is lost or that his hold is lifted; nobody else
/// can.
public struct DALOFin: Codable, Sendable, Hashable {
  public var date: Day
  public var motif: String
}

// swift-format-ignore
extension EventDeclaration {
  static let daloFin = EventDeclaration(.daloFin, PartnerEvent.daloFin, "Fin du droit ou de l'obligation de loger, par le préfet", "CCH art. L441-2-3",
    from: [.prefecture], to: [.rehousing], example: #""date":"2018-02-01","motif":"offre-refusee""#) {
    member("date", "Jour de la décision", .act)
    member("motif", "Motif, en quelques mots", .text(Bound.shortText))
  }
}

/// `hebergement.demande`: the household asks for a place.
public struct HebergementDemande: Codable, Sendable, Hashable {
  public var date: Day
  /// Whether the household asks that a partner of health takes part (instruction § 3.2).
  public var sante: Bool?

  public init(date: Day, sante: Bool? = nil) {
    (self.date, self.sante) = (date, sante)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let hebergementDemande = EventDeclaration(.hebergementDemande, PartnerEvent.hebergementDemande, "Demande d'hébergement", "instruction du 22 mars 2017, § 3.2",
    from: [.menage, .serviceSocial, .ccas, .antenne], to: [.rehousing], example: #""date":"2018-02-01""#) {
    member("date", "Jour de la demande", .act)
    member("sante", "Le ménage demande l'appui d'un partenaire de santé (ARS)")
  }
}

/// `hebergement.orientation`: the SIAO proposes a place, or the household enters it.
public struct HebergementOrientation: Codable, Sendable, Hashable {
  /// The stages of an accommodation.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case proposee, acceptee, refusee
  }
  /// The kinds of places.
  public enum Place: String, CaseIterable, Codable, Sendable {
    case hotel, urgence
    case residenceSociale = "residence-sociale"
    case logementFoyer = "logement-foyer"
  }
  public var date: Day
  public var etape: Etape
  public var place: Place?

  public init(date: Day, etape: Etape, place: Place? = nil) {
    (self.date, self.etape, self.place) = (date, etape, place)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let hebergementOrientation = EventDeclaration(.hebergementOrientation, PartnerEvent.hebergementOrientation, "Orientation par le SIAO", "instruction du 22 mars 2017, § 3.2",
    from: [.siao], to: [.rehousing], example: #""date":"2018-02-01","etape":"proposee""#) {
    member("date", "Jour de l'étape", .act)
    member("etape", "Étape de l'orientation")
    member("place", "Sorte de place")
  }
}
