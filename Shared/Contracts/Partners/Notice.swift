public import Vocabulary

/// What Amont tells a partner: work to do, or an act that it must know.
public struct Notice: Codable, Sendable, Hashable {
  /// The CloudEvents type of a notice of that code: `fr.amont.avis.dsf-demande.v1`.
  public static func type(_ code: Code) -> String { "fr.amont.avis." + code.rawValue + ".v1" }

  /// Every notice, by a code that a program can switch on.
  public enum Code: String, CaseIterable, Codable, Sendable {
    // Contact and diagnosis
    case contactAProposer = "contact-a-proposer"
    case contactEnRetard = "contact-en-retard"
    case dsfDemande = "dsf-demande"
    case dsfEnRetard = "dsf-en-retard"
    case dsf
    case dsfManquant = "dsf-manquant"
    case dsfObservations = "dsf-observations"
    case dsfCopie = "dsf-copie"
    // Debt
    case planPropose = "plan-propose"
    case fslDemande = "fsl-demande"
    case surendettementAConstituer = "surendettement-a-constituer"
    case surendettementRecevable = "surendettement-recevable"
    case detteEffacee = "dette-effacee"
    case aideAMaintenir = "aide-a-maintenir"
    case aideASignaler = "aide-a-signaler"
    case aideTrenteSixiemes = "aide-trente-sixiemes"
    case tiersPayantPropose = "tiers-payant-propose"
    case droitsAOuvrir = "droits-a-ouvrir"
    case protocoleRompu = "protocole-rompu"
    case echeanceImpayee = "echeance-impayee"
    case apurementSansObjet = "apurement-sans-objet"
    case solidariteAVerifier = "solidarite-a-verifier"
    // Housing
    case logementARechercher = "logement-a-rechercher"
    case offreATransmettre = "offre-a-transmettre"
    case relogementUrgent = "relogement-urgent"
    case hebergementARechercher = "hebergement-a-rechercher"
    case relogementSansObjet = "relogement-sans-objet"
    // Court and execution
    case audienceInformation = "audience-information"
    case mesuresEnCours = "mesures-en-cours"
    case delaisADemander = "delais-a-demander"
    case protectionEnCours = "protection-en-cours"
    case daloPrioritaire = "dalo-prioritaire"
    case expulsionIrreguliere = "expulsion-irreguliere"
    case notificationTardive = "notification-tardive"
    case departSignale = "depart-signale"
    case prefetNonSaisi = "prefet-non-saisi"
    case dossierARevoir = "dossier-a-revoir"
    case clotureADecider = "cloture-a-decider"
    case retourExperience = "retour-experience"
    case procedureClose = "procedure-close"
    case locataireARechercher = "locataire-a-rechercher"
    case appelPossible = "appel-possible"
    case cfpDecision = "cfp-decision"
    case pvExpulsion = "pv-expulsion"
    case meublesARetirer = "meubles-a-retirer"
    case restitutionDue = "restitution-due"
    case indemnite
    // Intake, to the commission
    case signalementRecu = "signalement-recu"
    case adresseAVerifier = "adresse-a-verifier"
    case adresseEnRetard = "adresse-en-retard"
    case tableAMettreAJour = "table-a-mettre-a-jour"
    case transfertPropose = "transfert-propose"
    case transfertARecevoir = "transfert-a-recevoir"
    case transfertEnRetard = "transfert-en-retard"
    case accesARepondre = "acces-a-repondre"
    case accesEnRetard = "acces-en-retard"
    case referenceChangee = "reference-changee"
    case referenceContredite = "reference-contredite"
    case examenEnRetard = "examen-en-retard"
    case relationNonVerifiee = "relation-non-verifiee"
    // Any
    case avisSansObjet = "avis-sans-objet"
  }

  public var code: Code
  /// The dossier: what to quote in an answer.
  public var dossier: HouseholdID
  /// One French sentence that says what to do.
  public var texte: String
  /// The article or section that asks for it.
  public var article: String?
  /// The day before whose end it must be done.
  public var echeance: Day?
  public var audience: Day?
  /// Where that hearing is held, and at what hour; absent where nobody said.
  public var lieu: LieuAudience?
  /// An amount in cents, where the act is about one (an instalment, a debt to be paid).
  public var montant: Cents?
  /// A number of instalments, or the reference of an offer.
  public var nombre: Int?
  /// The reference of an offer.
  public var offre: String?
  /// The tenants and the dwelling, for a body that must meet them; never to creditors.
  public var menage: Identification?
  /// The content of a DSF, to the court only.
  public var diagnostic: Diagnostic?
  /// What a DSF of carence rests on, to the court only: the attempts, and the amounts that the
  /// landlord and the organisme payeur gave.
  public var carence: DSFCarence?
  /// What is known where the DSF is missing, to the court and the commission only.
  public var elements: ElementsConnus?
  /// The landlord's copy of a DSF.
  public var copie: CopieBailleur?
  /// What a searcher of a dwelling must know of the household; never who it is nor what it owes.
  public var profil: ProfilLogement?
  /// The national number of its demand for social housing, to searchers of the social stock.
  public var numero_unique: String?
  /// The notice that is without object, in an `avis-sans-objet`.
  public var annule: Code?
  /// The sub-commission that the notice is for, or `ccapex-centrale`.
  public var commission: String?
  /// The body of the commission that should look first.
  public var instance: AvisCCAPEX.Instance?
  /// The score by which a queue is ordered, the highest first. It decides nothing for a person.
  public var priorite: Int?
  /// The other département of a transfer.
  public var departement: String?
  /// How far the procedure has come, in a transfer.
  public var stade: StadeProcedure?
  /// What to quote as `autre` in a `dossier.fusion` or a `dossier.separation`: another dossier, or
  /// an event that is held.
  public var autre: HouseholdID?

  public init(
    _ code: Code, dossier: HouseholdID, texte: String, article: String? = nil,
    echeance: Day? = nil, audience: Day? = nil, montant: Cents? = nil, nombre: Int? = nil,
    offre: String? = nil, menage: Identification? = nil, diagnostic: Diagnostic? = nil
  ) {
    (self.code, self.dossier, self.texte, self.article) = (code, dossier, texte, article)
    (self.echeance, self.audience, self.montant) = (echeance, audience, montant)
    (self.nombre, self.offre) = (nombre, offre)
    (self.menage, self.diagnostic) = (menage, diagnostic)
  }
}
