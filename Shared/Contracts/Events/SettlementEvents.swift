public import Vocabulary

// How the debt is paid: the FSL, a plan with the landlord, a protocole de cohésion sociale.

/// `apurement.decision`: the FSL grants or refuses its help.
public struct ApurementDecision: Codable, Sendable, Hashable {
  public var date: Day
  public var accord: Bool
  /// What is paid to the landlord, in cents; zero for a refusal.
  public var montant: Cents
  /// The day on which it is paid; the decision's own day where absent.
  public var versement_le: Day?

  public init(date: Day, accord: Bool, montant: Cents, versement_le: Day? = nil) {
    (self.date, self.accord) = (date, accord)
    (self.montant, self.versement_le) = (montant, versement_le)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementDecision = EventDeclaration(.apurementDecision, PartnerEvent.apurementDecision, "Décision du FSL", "loi 90-449, art. 6 ; instruction du 22 mars 2017, § 2.2 (2)",
    from: [.fsl], to: [.debtSettlement], example: #""date":"2018-02-01","accord":true,"montant":100000"#) {
    member("date", "Jour de la décision", .act)
    member("accord", "L'aide est accordée")
    member("montant", "Somme versée au bailleur, zéro pour un refus", .usual(Usual.payment))
      .when("accord", is: true, .amount(Bound.debt))
      .when("accord", is: false, .amount(Bound.nothing))
    member("versement_le", "Jour du versement, celui de la décision s'il n'est pas dit", .since("date", days: 0, years: Bound.yearsAhead))
  }
}

/// `apurement.plan`: the landlord accepts or refuses the plan that it was offered.
public struct ApurementPlan: Codable, Sendable, Hashable {
  public var date: Day
  public var accord: Bool
  /// Number of monthly instalments, 1 to 36; absent for a refusal.
  public var nombre: Int?
  /// The day of the first instalment; absent for a refusal.
  public var premiere: Day?
  /// The monthly instalment in cents; the last one is adjusted.
  public var mensualite: Cents?

  public init(
    date: Day, accord: Bool, nombre: Int? = nil, premiere: Day? = nil, mensualite: Cents? = nil
  ) {
    (self.date, self.accord, self.nombre) = (date, accord, nombre)
    (self.premiere, self.mensualite) = (premiere, mensualite)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementPlan = EventDeclaration(.apurementPlan, PartnerEvent.apurementPlan, "Réponse du bailleur à un plan d'apurement", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurPrive, .bailleurSocial], to: [.debtSettlement], example: #""date":"2018-02-01","accord":true,"nombre":24,"premiere":"2018-03-10""#) {
    member("date", "Jour de la réponse", .act)
    member("accord", "Le bailleur accepte")
    member("nombre", "Nombre d'échéances mensuelles", in: .echeances, .number(Bound.instalments)).when("accord", is: true, .present)
    member("premiere", "Jour de la première échéance", .since("date", days: 0, years: Bound.yearsAhead)).when("accord", is: true, .present)
    member("mensualite", "Échéance mensuelle, la dernière étant ajustée", .amount(Bound.anyDebt), .usual(Usual.payment))
  }
}

/// `apurement.versement`: the landlord received an instalment of a plan or of a judge's schedule.
public struct ApurementVersement: Codable, Sendable, Hashable {
  public var date: Day
  /// The rank of the instalment, from 1.
  public var echeance: Int
  public var montant: Cents

  public init(date: Day, echeance: Int, montant: Cents) {
    (self.date, self.echeance, self.montant) = (date, echeance, montant)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementVersement = EventDeclaration(.apurementVersement, PartnerEvent.apurementVersement, "Échéance reçue par le bailleur", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurPrive, .bailleurSocial], to: [.debtSettlement], example: #""date":"2018-02-01","echeance":1,"montant":7000"#) {
    member("date", "Jour du paiement", .act)
    member("echeance", "Rang de l'échéance, à partir de 1", in: .rang, .number(Bound.instalments))
    member("montant", "Somme payée", .amount(Bound.debt), .usual(Usual.payment))
  }
}

/// `apurement.loyer`: the landlord received the current rent or, once the lease is ended, the
/// indemnity that stands for it.
public struct ApurementLoyer: Codable, Sendable, Hashable {
  /// What was paid.
  public enum Nature: String, CaseIterable, Codable, Sendable {
    case loyer
    /// The indemnité d'occupation, of an occupant whose lease is ended.
    case indemnite
  }
  public var date: Day
  /// The day on which it was due: its month is the one that is paid.
  public var terme: Day
  /// What the household itself paid, without the aid that the landlord receives.
  public var montant: Cents
  public var nature: Nature

  public init(date: Day, terme: Day, montant: Cents, nature: Nature = .loyer) {
    (self.date, self.terme, self.montant, self.nature) = (date, terme, montant, nature)
  }
}

// swift-format-ignore
extension EventDeclaration {
  // What is paid of an indemnity is taken off what the State may owe.
  static let apurementLoyer = EventDeclaration(.apurementLoyer, PartnerEvent.apurementLoyer, "Loyer courant ou indemnité d'occupation reçus par le bailleur", "loi 89-462, art. 24 V ; CCH art. R824-28 ; CPCE art. R154-7",
    from: [.bailleurPrive, .bailleurSocial, .huissier], to: [.debtSettlement, .courtLiaison], example: #""date":"2018-02-01","terme":"2018-02-01","montant":52000,"nature":"loyer""#) {
    member("date", "Jour du paiement", .act)
    member("terme", "Jour où la somme était due : son mois est celui qui est payé", .ahead)
    member("montant", "Somme payée par le ménage, sans l'aide versée au bailleur", .amount(Bound.debt), .usual(Usual.payment))
    member("nature", "Ce qui est payé")
  }
}

/// `apurement.incident`: the landlord says that an instalment or the current rent was not paid.
public struct ApurementIncident: Codable, Sendable, Hashable {
  public var date: Day
  /// The rank of the instalment; absent for the current rent.
  public var echeance: Int?
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementIncident = EventDeclaration(.apurementIncident, PartnerEvent.apurementIncident, "Échéance ou loyer courant impayé", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurPrive, .bailleurSocial], to: [.debtSettlement], example: #""date":"2018-02-01","echeance":3"#) {
    member("date", "Jour où la somme était due", .act)
    member("echeance", "Rang de l'échéance, absent pour le loyer courant", in: .rang, .number(Bound.instalments))
  }
}

/// `apurement.solde`: the landlord confirms that nothing is owed any more.
public struct ApurementSolde: Codable, Sendable, Hashable {
  public var date: Day

  public init(date: Day) {
    self.date = date
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementSolde = EventDeclaration(.apurementSolde, PartnerEvent.apurementSolde, "Dette soldée", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurPrive, .bailleurSocial], to: [.debtSettlement], example: #""date":"2018-02-01""#) {
    member("date", "Jour où la dette a été soldée", .act)
  }
}

/// `apurement.protocole`: a protocole de cohésion sociale (CCH L353-15-2, L442-6-5), or its
/// amendment.
public struct ApurementProtocole: Codable, Sendable, Hashable {
  public var date: Day
  /// Its last day: two years at most, three more with an amendment.
  public var fin: Day
  public var avenant: Bool
}

// swift-format-ignore
extension EventDeclaration {
  static let apurementProtocole = EventDeclaration(.apurementProtocole, PartnerEvent.apurementProtocole, "Protocole de cohésion sociale, ou son avenant", "CCH art. L353-15-2 et L442-6-5",
    from: [.bailleurSocial], to: [.debtSettlement, .courtLiaison], example: #""date":"2018-02-01","fin":"2020-02-01","avenant":false"#) {
    member("date", "Jour de la signature", .act)
    // Two years at most; an amendment adds three, five in all (CCH L353-15-2).
    member("fin", "Dernier jour du protocole")
      .when("avenant", is: false, .since("date", days: 0, years: Bound.yearsOfProtocol))
      .when("avenant", is: true, .since("date", days: 0, years: Bound.yearsOfProtocol + Bound.yearsOfAmendment))
    member("avenant", "C'est un avenant")
  }
}
