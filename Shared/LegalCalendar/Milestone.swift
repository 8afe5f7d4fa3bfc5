/// The acts and events whose day starts a delay or selects the version of a rule. The raw values
/// are the words of the printed rule book.
public enum Milestone: String, Sendable, Hashable, CaseIterable {
  /// The lease was concluded.
  case bail
  /// The notice that a joint tenant gave takes effect.
  case finConge = "prise d'effet du congé d'un cotitulaire"
  /// The arrears reached the threshold of the housing aid.
  case impaye = "impayé constitué"
  /// The landlord told the CAF or the MSA.
  case signalementCAF = "signalement à la CAF ou à la MSA"
  /// The organisme payeur sent the file back to the landlord.
  case renvoiBailleur = "renvoi du dossier au bailleur"
  /// The FSL was seized.
  case saisineFSL = "saisine du FSL"
  /// The tenant was put on notice to pay 1/36 of the debt each month.
  case miseEnDemeure = "mise en demeure"
  /// The plan with the landlord failed.
  case planEchoue = "échec du plan d'apurement"
  /// The plan was approved.
  case planApprouve = "plan approuvé"
  /// The commandement de payer was served.
  case commandement = "commandement de payer"
  /// The delay of the commandement de payer ended.
  case finCommandement = "fin du délai du commandement"
  /// A commandement for want of insurance was served.
  case commandementAssurance = "commandement pour défaut d'assurance"
  /// The tenant was asked to show that the dwelling is lived in.
  case miseEnDemeureAbandon = "mise en demeure de justifier de l'occupation"
  /// The household was signalled at the stage of the assignation.
  case signalement
  /// The landlord seized the CCAPEX.
  case saisineCCAPEX = "saisine de la CCAPEX"
  /// The organisme payeur told the CCAPEX for the first time.
  case informationCCAPEX = "première information de la CCAPEX par l'organisme payeur"
  /// The assignation was served.
  case assignation
  /// The préfet asked the operator for the DSF.
  case demandeOperateur = "demande du préfet à l'opérateur"
  /// The DSF was written.
  case dsf = "DSF"
  /// The proceedings were opened.
  case instance = "introduction de l'instance"
  /// The hearing.
  case audience
  /// The judge decided.
  case decision = "décision du juge"
  /// The decision was notified.
  case notification = "notification de la décision"
  /// The decision of the juge de l'exécution was notified.
  case notificationJEX = "notification de la décision du JEX"
  /// An order of protection was notified.
  case ordonnanceProtection = "notification de l'ordonnance de protection"
  /// The surendettement file was deposited.
  case depotSurendettement = "dépôt du dossier de surendettement"
  /// The surendettement file was declared recevable.
  case recevabilite = "recevabilité"
  /// The decision on recevabilité was notified.
  case notificationRecevabilite = "notification de la recevabilité"
  /// The judge suspended the eviction at the commission's request.
  case suspensionExpulsion = "suspension de l'expulsion par le juge"
  /// The decision of the commission was notified.
  case mesures = "notification des mesures"
  /// The debt was erased (rétablissement personnel).
  case effacement = "décision d'effacement"
  /// The commission de médiation received the DALO recours.
  case recoursDALO = "réception du recours DALO"
  /// The commission de médiation decided.
  case decisionDALO = "décision DALO"
  /// The delay to receive an offer ended.
  case finOffreDALO = "fin du délai d'offre DALO"
  /// The administrative tribunal was seized.
  case saisineTA = "saisine du tribunal administratif"
  /// The commission de médiation received the DAHO recours.
  case recoursDAHO = "réception du recours DAHO"
  /// The commission de médiation decided on accommodation.
  case decisionDAHO = "décision DAHO"
  /// The commandement de quitter les lieux was served.
  case cql = "CQL"
  /// The delay of the CQL ended.
  case finCQL = "fin du délai du CQL"
  /// The concours de la force publique was requested.
  case demandeCFP = "demande de CFP"
  /// The concours de la force publique was refused, in words or by silence.
  case refusCFP = "refus du CFP"
  /// The concours de la force publique was granted.
  case accordCFP = "accord du CFP"
  /// The landlord claimed an indemnity from the State.
  case demandeIndemnite = "demande d'indemnité"
  /// The record of the eviction was drawn up.
  case procesVerbal = "procès-verbal d'expulsion"
  /// The housing aid was maintained or suspended.
  case decisionAide = "décision sur l'aide au logement"
  /// The préfet, told late of the CQL, was seized.
  case saisinePrefet = "saisine du préfet"
  /// A moratoire ended.
  case finMoratoire = "fin du moratoire"
  /// A protocole de cohésion sociale was signed.
  case protocole = "protocole de cohésion sociale"
  /// It ended.
  case ruptureProtocole = "manquement au protocole"
  /// The day on which a protocole de cohésion sociale ends.
  case finProtocole = "fin du protocole"
  /// The organisme payeur proposed to pay the aid to the landlord.
  case propositionTiersPayant = "proposition de tiers payant"
  /// The landlord accepted it.
  case accordTiersPayant = "accord sur le tiers payant"
  /// A dwelling was attributed to the household.
  case attribution = "attribution d'un logement"
  /// The demand for social housing was filed or renewed.
  case demandeLogement = "demande de logement social"
  /// The dossier was closed.
  case cloture = "clôture du dossier"
  /// A person asked for its data.
  case demandeAcces = "demande d'accès"
  /// The act in question.
  case acte
}
