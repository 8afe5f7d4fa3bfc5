// What is declared of each notice: once, a line or two a code.

extension Notice {
  /// All that is known of the notices of one code, whatever the dossier.
  public struct Declaration: Sendable, Hashable {
    /// What it is, in French.
    public let title: String
    /// The kinds of partners that may receive it, by their kind or by their account.
    public let recipients: Set<PartnerKind>
    /// The articles or sections that know it. A notice itself names the one of its own case.
    public let basis: String
    /// The events by which a recipient answers it; none where nothing is asked that Amont would
    /// hear of.
    public let answers: [EventKind]
    /// Whether it reminds of a day, and is of no use once that day has passed.
    public let isReminder: Bool

    /// Whether it may be sent there. Which kind of partner an account is, intake's directory says.
    func admits(_ destination: Destination) -> Bool {
      switch destination {
      case .kind(let kind): recipients.contains(kind)
      case .user: true
      case .service: false
      }
    }

    fileprivate init(
      _ title: String, to recipients: Set<PartnerKind>, _ basis: String,
      answers: [EventKind] = [], isReminder: Bool = false
    ) {
      (self.title, self.recipients, self.basis) = (title, recipients, basis)
      (self.answers, self.isReminder) = (answers, isReminder)
    }
  }
}

extension Notice.Code {
  /// What is declared of this notice.
  // swift-format-ignore
  public var declaration: Notice.Declaration {
    switch self {
    // Contact and diagnosis
    case .contactAProposer:
      .init("Entretien à proposer au ménage", to: [.serviceSocial, .antenne, .mandataire],
        Basis.contact, answers: [.contactProposition, .contactResultat, .diagnosticInitial])
    case .contactEnRetard:
      .init("Contact, diagnostic ou démarche en retard", to: [.serviceSocial, .ccas, .prefecture],
        Basis.contact, answers: [.contactResultat, .diagnosticInitial], isReminder: true)
    case .dsfDemande: .init("Diagnostic social et financier à établir", to: [.operateurDSF], Basis.dsf, answers: [.dsfTransmis, .dsfCarence])
    case .dsfEnRetard:
      .init("Diagnostic social et financier en retard", to: [.operateurDSF, .prefecture], Basis.dsf, answers: [.dsfTransmis, .dsfCarence], isReminder: true)
    case .dsf: .init("Diagnostic social et financier", to: [.tribunal, .ccapex, .menage, .mandataire], Basis.dsf)
    case .dsfManquant: .init("Diagnostic social et financier non parvenu", to: [.tribunal, .ccapex], Basis.dsf)
    case .dsfObservations:
      .init("Observations à présenter sur le diagnostic social et financier", to: [.menage, .mandataire], "décret 2021-8", isReminder: true)
    case .dsfCopie: .init("Copie du diagnostic social et financier pour le bailleur", to: Self.creditors, "décret 2021-8")
    // Debt
    case .planPropose: .init("Plan d'apurement proposé", to: Self.creditors, Basis.settlement, answers: [.apurementPlan])
    case .fslDemande: .init("Aide du FSL demandée", to: [.fsl], Basis.fsl, answers: [.apurementDecision])
    case .surendettementAConstituer:
      .init("Dossier de surendettement à constituer", to: [.menage, .serviceSocial, .mandataire], "C. consom. art. L711-1", answers: [.surendettementDepot])
    case .surendettementRecevable: .init("Dossier de surendettement recevable", to: Self.creditors.union([.caf]), "C. consom. art. L722-2, L722-5")
    case .detteEffacee: .init("Dette effacée, clause suspendue deux ans", to: Self.creditors.union([.caf]), "loi 89-462, art. 24 VIII ; C. consom. art. L714-1")
    case .aideAMaintenir: .init("Aide au logement à maintenir ou à rétablir", to: [.caf, .ccapex], Basis.aid, answers: [.aplDecision])
    case .aideASignaler: .init("Impayé à signaler à l'organisme payeur", to: Self.creditors.union([.caf]), Basis.aid, answers: [.signalementImpayeAPL])
    case .aideTrenteSixiemes: .init("Un trente-sixième de la dette à payer chaque mois", to: [.caf, .menage, .serviceSocial, .mandataire], Basis.aid)
    case .tiersPayantPropose: .init("Versement de l'aide au bailleur", to: Self.creditors.union([.menage, .mandataire, .caf]), Basis.aid)
    case .droitsAOuvrir: .init("Droits du ménage à ouvrir", to: [.serviceSocial], "instruction du 22 mars 2017, § 2.1")
    case .protocoleRompu:
      .init("Protocole de cohésion sociale rompu ou à son terme",
        to: Self.creditors.union([.caf, .ccapex, .menage, .serviceSocial, .mandataire]),
        "CCH art. L353-15-2, L442-6-5", answers: [.apurementProtocole])
    case .echeanceImpayee:
      .init("Échéance ou loyer courant impayé", to: [.menage, .serviceSocial, .mandataire, .prefecture, .caf, .ccapex], Basis.settlement, isReminder: true)
    case .apurementSansObjet: .init("Plan ou aide sans objet", to: Self.creditors.union([.fsl]), Basis.settlement)
    case .solidariteAVerifier: .init("Solidarité d'un ancien cotitulaire à vérifier", to: [.serviceSocial], "loi 89-462, art. 8-1, 8-2")
    // Housing
    case .logementARechercher: .init("Logement à rechercher", to: Self.searchers, Basis.search, answers: [.relogementProposition, .relogementRefus])
    case .offreATransmettre:
      .init("Offre à transmettre au ménage", to: [.menage, .serviceSocial, .mandataire], "CCH art. R441-10", answers: [.relogementReponse])
    case .relogementUrgent:
      .init("Relogement urgent", to: Self.searchers.union([.menage, .serviceSocial, .mandataire]), Basis.search, answers: [.relogementProposition])
    case .hebergementARechercher:
      .init("Hébergement à rechercher", to: [.siao, .ccas, .sante, .prefecture, .menage, .serviceSocial, .mandataire],
        "instruction du 22 mars 2017, § 3.2", answers: [.hebergementOrientation])
    case .relogementSansObjet: .init("Recherche d'un logement sans objet", to: Self.searchers.union([.siao, .commissionMediation]), Basis.search)
    // Court and execution
    case .audienceInformation:
      .init("Information sur l'audience", to: [.menage, .mandataire, .serviceSocial], "instruction du 22 mars 2017, § 2.1 ; décret 2017-923")
    case .mesuresEnCours: .init("Mesures en cours en faveur du ménage", to: Self.creditors.union([.tribunal, .prefecture]), "instruction du 22 mars 2017, § 3.1")
    case .delaisADemander: .init("Délais à demander au juge", to: [.menage, .mandataire, .serviceSocial], "CPCE art. L412-3")
    case .protectionEnCours: .init("Protection en cours : aucune expulsion possible", to: [.prefecture, .huissier, .forcesOrdre], Basis.execution)
    case .daloPrioritaire: .init("Ménage prioritaire au titre du DALO", to: [.prefecture], "instruction du 26 octobre 2012")
    case .expulsionIrreguliere: .init("Expulsion dont la régularité est à vérifier", to: [.prefecture], Basis.execution)
    case .notificationTardive: .init("Assignation notifiée trop tard au préfet", to: [.prefecture], "loi 89-462, art. 24 III")
    case .departSignale: .init("Départ du ménage, certain ou signalé", to: Self.creditors.union([.prefecture, .forcesOrdre, .tribunal, .operateurDSF]), "CPCE art. L451-1")
    case .prefetNonSaisi: .init("Préfet non saisi d'un commandement de quitter les lieux", to: [.huissier], "CPCE art. L412-5", answers: [.executionCQL])
    case .dossierARevoir:
      .init("Dossier à revoir",
        to: [.prefecture, .ccapex, .serviceSocial, .menage, .mandataire, .banqueDeFrance, .commissionMediation],
        "instruction du 22 mars 2017, § 1.2")
    case .clotureADecider: .init("Clôture à décider", to: [.ccapex], "RGPD art. 22 ; instruction du 22 mars 2017, § 1.2", answers: [.dossierCloture])
    case .retourExperience: .init("Retour d'expérience après une expulsion", to: [.prefecture], Basis.execution)
    case .procedureClose: .init("Suivi clos", to: Self.creditors.union([.prefecture, .serviceSocial, .antenne, .operateurDSF, .forcesOrdre, .caf, .ccapex, .menage, .mandataire]), "instruction du 22 mars 2017, § 1.2")
    case .locataireARechercher: .init("Adresse du locataire à rechercher", to: [.caf, .serviceSocial], "CPC art. 659")
    case .appelPossible: .init("Appel possible", to: [.menage, .mandataire, .serviceSocial], "CPC art. 538, 490")
    case .cfpDecision: .init("Réponse à une demande de concours de la force publique", to: [.huissier, .prefecture, .forcesOrdre], "CPCE art. R153-1")
    case .pvExpulsion: .init("Procès-verbal d'expulsion dressé", to: [.prefecture, .ccapex], "CPCE art. L411-1")
    case .meublesARetirer: .init("Meubles à retirer", to: [.menage, .mandataire, .serviceSocial], "CPCE art. R433-1")
    case .restitutionDue:
      .init("Droits du ménage à rétablir après une expulsion dont le titre est infirmé",
        to: Self.creditors.union([.menage, .mandataire, .serviceSocial, .prefecture, .tribunal]), "CPCE art. L111-10")
    case .indemnite:
      .init("Indemnité due ou prévisible", to: Self.creditors.union([.prefecture]), "CPCE art. L153-1, R154-1", answers: [.indemnisationDecision])
    // Intake, to the commission
    case .signalementRecu: .init("Signalement reçu", to: [.ccapex], Basis.route)
    case .adresseAVerifier: .init("Adresse à vérifier", to: [.ccapex], Basis.charter)
    case .adresseEnRetard: .init("Adresse toujours à vérifier", to: [.ccapex], Basis.charter, isReminder: true)
    case .tableAMettreAJour: .init("Table des communes à mettre à jour", to: [.ccapex], Basis.route)
    case .transfertPropose: .init("Transfert vers un autre département à proposer", to: [.ccapex], Basis.route, answers: [.dossierTransfert])
    case .transfertARecevoir: .init("Dossier transmis par un autre département, à recevoir ou à refuser", to: [.autreCCAPEX], Basis.route, answers: [.dossierTransfert])
    case .transfertEnRetard: .init("Transfert sans accusé de réception", to: [.ccapex, .autreCCAPEX], Basis.route, answers: [.dossierTransfert], isReminder: true)
    case .accesARepondre: .init("Demande d'accès à laquelle répondre", to: [.ccapex], "RGPD art. 12 et 15", answers: [.donneesAcces])
    case .accesEnRetard: .init("Demande d'accès sans réponse", to: [.ccapex], "RGPD art. 12 et 15", answers: [.donneesAcces], isReminder: true)
    case .referenceChangee: .init("Référence de dossier changée", to: Set(PartnerKind.allCases), Basis.route)
    case .referenceContredite: .init("Référence contredite par l'événement", to: [.ccapex], Basis.charter, answers: [.dossierFusion, .dossierSeparation])
    case .examenEnRetard: .init("Événement gardé, toujours à examiner", to: [.ccapex], Basis.charter, answers: [.dossierFusion, .dossierSeparation])
    case .relationNonVerifiee: .init("Lien d'un compte avec le dossier à vérifier", to: [.ccapex], Basis.route)
    // Any
    case .avisSansObjet: .init("Avis précédent sans objet", to: Set(PartnerKind.allCases), Basis.route)
    }
  }

  /// The landlord's side, by the account that signalled or by its kind.
  private static let creditors: Set<PartnerKind> = [.huissier, .bailleurPrive, .bailleurSocial]
  /// Who may have a dwelling to offer.
  private static let searchers: Set<PartnerKind> = [
    .bailleurSocial, .bailleurPrive, .reservataire, .agence, .prefecture,
  ]

  private enum Basis {
    static let contact = "instruction du 22 mars 2017, § 2.1"
    static let dsf = "loi 89-462, art. 24 III ; décret 2021-8"
    static let settlement = "instruction du 22 mars 2017, § 2.2"
    static let fsl = "loi 90-449, art. 6 ; instruction du 22 mars 2017, § 2.2"
    static let aid = "CCH art. R351-30, R824-1 ; instruction du 22 mars 2017, § 2.2 (3)"
    static let search = "instruction du 22 mars 2017, § 2.2"
    static let execution = "instruction du 22 mars 2017, § 3.2"
    static let route = "instruction du 22 mars 2017, § 1.2"
    static let charter = "Charte de prévention de l'expulsion"
  }
}
