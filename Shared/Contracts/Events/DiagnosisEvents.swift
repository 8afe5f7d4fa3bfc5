public import Vocabulary

// The diagnosis of the household, and the diagnostic social et financier (DSF) for the court.

/// `diagnostic.initial` and `dsf.transmis`: what the social worker and the household established.
/// Monthly amounts in cents. Indicators propose; `conclusion` is a named human's word (RGPD art.
/// 22).
public struct Diagnostic: Codable, Sendable, Hashable {
  /// What the worker concludes on the capacité de maintien (instruction § 2.1).
  public enum Conclusion: String, CaseIterable, Codable, Sendable {
    case maintien
    case maintienSousCondition = "maintien-sous-condition"
    case relogement, indetermine
  }
  public var date: Day
  /// Net monthly resources without housing aid; absent when the household could not say.
  public var ressources: Cents?
  public var aide: Cents
  public var loyer: Cents
  public var charges: Cents
  /// Other fixed charges: energy, insurance, taxes, credits, alimony, transport to work.
  public var charges_fixes: Cents
  public var dette: Cents
  public var autres_dettes: Cents
  /// Persons of 14 or more.
  public var adultes: Int
  /// Children under 14.
  public var enfants: Int
  public var loyer_repris: Bool
  public var souhaite_rester: Bool
  /// The worker's own conclusion; without it the service proposes, and a human confirms.
  public var conclusion: Conclusion?
  /// Who establishes it: the name of the body and the function, never of the household.
  public var auteur: String?
  /// The sections of the national form (décret 2021-8 art. 2, arrêté of 23 August 2022).
  public var rubriques: Rubriques?
  /// Whether the household, or the operator, agrees that the court reads a first diagnosis where no
  /// DSF has come.
  public var accord_transmission: Bool?

  public init(
    date: Day, ressources: Cents? = nil, aide: Cents, loyer: Cents, charges: Cents,
    charges_fixes: Cents, dette: Cents, autres_dettes: Cents, adultes: Int, enfants: Int,
    loyer_repris: Bool, souhaite_rester: Bool, conclusion: Conclusion? = nil, auteur: String? = nil,
    rubriques: Rubriques? = nil, accord_transmission: Bool? = nil
  ) {
    (self.date, self.ressources, self.aide, self.loyer) = (date, ressources, aide, loyer)
    (self.charges, self.charges_fixes, self.dette) = (charges, charges_fixes, dette)
    (self.autres_dettes, self.adultes, self.enfants) = (autres_dettes, adultes, enfants)
    (self.loyer_repris, self.souhaite_rester) = (loyer_repris, souhaite_rester)
    (self.conclusion, self.auteur, self.rubriques) = (conclusion, auteur, rubriques)
    self.accord_transmission = accord_transmission
  }
}

/// The sections of a DSF that are not amounts (décret 2021-8 art. 2). Facts only, no health detail
/// without the person's agreement (RGPD art. 5 and 9).
public struct Rubriques: Codable, Sendable, Hashable {
  public var locataire_present: Bool?
  /// The day on which tenant and landlord were told until when to make observations.
  public var contradictoire_le: Day?
  public var observations_jusque: Day?
  public var observations_locataire: String?
  public var observations_bailleur: String?
  public var preconisations: String?
  public var situation_familiale: String?
  public var situation_professionnelle: String?
  /// Social, legal or judicial accompaniment under way.
  public var accompagnement: String?
  /// The housing situation: décence, insurance, over-occupation.
  public var logement: String?
  public var causes: String?
  public var fsl: Etape?
  /// Where a surendettement stands; never shown to the landlord before recevabilité (L721-3).
  public var surendettement: Etape?
  /// The national number of the demand for social housing.
  public var demande_logement: String?
  public var aide_juridictionnelle: Bool?
  public var dette_contestee: Bool?

  /// Where a scheme stands.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case nonSouhaite = "non-souhaite"
    case envisage, depose, refuse, recevable, accorde
  }

  /// Sections; each is optional.
  public init() {}
}

// swift-format-ignore
extension EventDeclaration {
  // The means of the household order the paths out of its debt (instruction § 2.2 (4)).
  static let diagnosticInitial = EventDeclaration(.diagnosticInitial, PartnerEvent.diagnosticInitial, "Diagnostic initial du ménage", "instruction du 22 mars 2017, § 2.1",
    from: [.serviceSocial, .ccas, .operateurDSF, .antenne], to: [.socialDiagnosis, .debtSettlement], example: diagnosisExample, members: diagnosis)

  static let dsfTransmis = EventDeclaration(.dsfTransmis, PartnerEvent.dsfTransmis, "Diagnostic social et financier transmis", "loi 89-462, art. 24 III ; décret 2021-8",
    from: [.operateurDSF, .serviceSocial], to: [.socialDiagnosis, .debtSettlement], example: diagnosisExample, members: diagnosis)

  private static let diagnosisExample =
    #""date":"2018-02-01","ressources":150000,"aide":20000,"loyer":60000,"charges":9000,"#
    + #""charges_fixes":30000,"dette":290000,"autres_dettes":0,"adultes":2,"enfants":1,"#
    + #""loyer_repris":true,"souhaite_rester":true"#

  @DeclaredMembers private static func diagnosis() -> [DeclaredMember] {
    member("date", "Jour du diagnostic", .act)
    member("ressources", "Ressources mensuelles nettes sans l'aide au logement", .amount(Bound.resources), .usual(Usual.income))
    member("aide", "Aide mensuelle au logement", .amount(Bound.monthly), .usual(Usual.monthly))
    member("loyer", "Loyer mensuel sans les charges", .amount(Bound.rent), .usual(Usual.rent))
    member("charges", "Charges locatives mensuelles", .amount(Bound.monthly), .usual(Usual.monthly))
    member("charges_fixes", "Autres charges fixes mensuelles : énergie, assurance, impôts, crédits…", .amount(Bound.resources), .usual(Usual.income))
    // A debt that was paid meanwhile is a good diagnosis, not a mistake.
    member("dette", "Dette de loyer ce jour-là", .amount(Bound.anyDebt), .usual(Usual.debt))
    member("autres_dettes", "Dettes autres que de loyer", .amount(Bound.otherDebts), .usual(Usual.otherDebts))
    member("adultes", "Personnes de 14 ans ou plus", in: .personnes, .number(Bound.adults))
    member("enfants", "Enfants de moins de 14 ans", in: .personnes, .number(Bound.children))
    member("loyer_repris", "Le loyer courant entier est de nouveau payé")
    member("souhaite_rester", "Le ménage souhaite rester")
    member("conclusion", "Conclusion du travailleur social sur la capacité de maintien")
    member("auteur", "Organisme et fonction de l'auteur, jamais un nom", .text(Bound.longText))
    member("rubriques", "Rubriques du formulaire national (décret 2021-8 art. 2)")
    sections()
    member("accord_transmission", "Le ménage, ou l'opérateur du DSF, accepte que le tribunal lise ce diagnostic si aucun DSF ne lui parvient")
  }

  @DeclaredMembers private static func sections() -> [DeclaredMember] {
    section("locataire_present", "Le locataire a pris part au diagnostic")
    section("contradictoire_le", "Jour où les parties ont su jusqu'à quand observer", .past)
    section("observations_jusque", "Dernier jour pour les observations", .ahead)
    section("observations_locataire", "Observations du locataire", .prose(Bound.section))
    section("observations_bailleur", "Observations du bailleur", .prose(Bound.section))
    section("preconisations", "Préconisations", .prose(Bound.section))
    section("situation_familiale", "Situation familiale, en faits", .prose(Bound.section))
    section("situation_professionnelle", "Travail et ressources, en faits", .prose(Bound.section))
    section("accompagnement", "Accompagnements en cours", .prose(Bound.section))
    section("logement", "Logement : décence, assurance, suroccupation", .prose(Bound.section))
    section("causes", "Origine de la dette", .prose(Bound.section))
    section("fsl", "Où en est le FSL")
    section("surendettement", "Où en est un surendettement")
    section("demande_logement", "Numéro national de demande de logement", .text(Bound.shortText))
    section("aide_juridictionnelle", "L'aide juridictionnelle est demandée")
    section("dette_contestee", "La dette est contestée")
  }

  private static func section(
    _ name: String, _ title: String, _ demands: FieldRule.Demand...
  ) -> DeclaredMember {
    DeclaredMember("rubriques." + name, title, demands)
  }
}

/// `dsf.demande`: the préfet asks the operator for the DSF; the 15 working days run from here
/// (décret 2021-8).
public struct DSFDemande: Codable, Sendable, Hashable {
  public var date: Day
  public var audience: Day
}

// swift-format-ignore
extension EventDeclaration {
  static let dsfDemande = EventDeclaration(.dsfDemande, PartnerEvent.dsfDemande, "Diagnostic social et financier demandé", "loi 89-462, art. 24 III ; décret 2021-8",
    from: [.prefecture], to: [.socialDiagnosis], example: #""date":"2018-02-01","audience":"2018-04-17""#) {
    member("date", "Jour de la demande", .act)
    member("audience", "Jour de l'audience", .since("date", days: 0, years: Bound.yearsAhead))
  }
}

/// `dsf.carence`: the tenant could not be met; the DSF says what is known, and the attempts.
public struct DSFCarence: Codable, Sendable, Hashable {
  /// One attempt to meet the household.
  public struct Tentative: Codable, Sendable, Hashable {
    public var date: Day
    public var canal: Canal

    public init(date: Day, canal: Canal) {
      (self.date, self.canal) = (date, canal)
    }
  }
  public var date: Day
  /// The attempts: two at least, by different channels, a letter among them.
  public var tentatives: [Tentative]
  public var dette: Cents?
  /// The monthly housing aid by the organisme payeur, in cents.
  public var aide: Cents?

  public init(date: Day, tentatives: [Tentative], dette: Cents? = nil, aide: Cents? = nil) {
    (self.date, self.tentatives, self.dette, self.aide) = (date, tentatives, dette, aide)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let dsfCarence = EventDeclaration(.dsfCarence, PartnerEvent.dsfCarence, "Diagnostic de carence : le locataire n'a pu être joint", "décret 2021-8",
    from: [.operateurDSF, .serviceSocial], to: [.socialDiagnosis], example: #""date":"2018-02-01","tentatives":[{"date":"2018-01-20","canal":"courrier"}],"dette":290000"#) {
    member("date", "Jour de la transmission", .act)
    member("tentatives", "Tentatives de rencontre", .count(Bound.attempts))
    member("tentatives[].date", "Jour de la tentative", .act, .notAfter("date"))
    member("tentatives[].canal", "Moyen employé")
    member("dette", "Dette selon le bailleur", .amount(Bound.anyDebt), .usual(Usual.debt))
    member("aide", "Aide mensuelle selon l'organisme payeur", .amount(Bound.monthly), .usual(Usual.monthly))
  }
}
