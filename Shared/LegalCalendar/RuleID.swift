/// The rules of the legal calendar. The raw value is stored with each deadline and never changes.
public enum RuleID: String, Sendable, Hashable, Codable, CaseIterable {
  /// How long a commandement de payer runs before the clause takes effect.
  case cdpDelai = "CDP.delai"
  /// What a commandement de payer must say.
  case cdpMentions = "CDP.mentions"
  /// When the guarantor must be served.
  case cdpCaution = "CDP.caution"
  /// Whether a lease must hold the clause.
  case bailClause = "BAIL.clause"
  /// The arrears from which a commandement de payer is signalled.
  case signalSeuil = "SIGNAL.seuil"
  /// How a commandement de payer is signalled.
  case signalCanal = "SIGNAL.canal"
  /// How long a personne morale waits between its saisine and the assignation.
  case pmSaisine = "PM.saisine"
  /// How long before the hearing the préfet is told of the assignation.
  case assignPrefet = "ASSIGN.prefet"
  /// What is left with the tenant when the assignation is served.
  case assignInformation = "ASSIGN.information"
  /// How long before the hearing the assignation is filed at the court.
  case assignPlacement = "ASSIGN.placement"
  /// How long the judge may let a tenant pay.
  case jugeDelais = "JUGE.delais"
  /// How long the clause is suspended after an effacement.
  case jugeSurendettement = "JUGE.surendettement"
  /// Which court judges.
  case tribunal = "TRIBUNAL"
  /// Whether the judgment may be executed at once.
  case execProvisoire = "EXEC.provisoire"
  /// How long a judgment may be appealed.
  case appelJugement = "APPEL.jugement"
  /// How long a référé may be appealed.
  case appelRefere = "APPEL.refere"

  /// When contact must be proposed after a signal.
  case contactProposition = "CONTACT.proposition"
  /// When the first diagnosis must be made.
  case diagnosticInitial = "DIAGNOSTIC.initial"
  /// When the interview of the DSF must be proposed.
  case dsfEntretien = "DSF.entretien"
  /// When the DSF must be sent.
  case dsfRemise = "DSF.remise"
  /// On which form the DSF is written.
  case dsfModele = "DSF.modele"
  /// Which text sets up the CCAPEX.
  case ccapexTexte = "CCAPEX.texte"

  /// How long after the CQL no eviction is possible.
  case cqlDelai = "CQL.delai"
  /// When the delay of the CQL does not apply.
  case cqlException = "CQL.exception"
  /// Since when the bad faith that a judge finds takes the delays away.
  case cqlMauvaiseFoi = "CQL.mauvaise-foi"
  /// How the préfet is seized of the CQL.
  case cqlPrefet = "CQL.prefet"
  /// By how much the judge may prolong the delay of the CQL.
  case cqlProrogation = "CQL.prorogation"
  /// The delays that the judge may grant before the eviction.
  case delaisL412 = "DELAIS.L412-3"
  /// How the CFP is requested.
  case cfpDemande = "CFP.demande"
  /// After how long the silence of the préfet is a refusal.
  case cfpSilence = "CFP.silence"
  /// How long a decision of the préfet may be taken to the administrative tribunal.
  case recoursTA = "RECOURS.TA"
  /// To whom the record of the eviction is sent.
  case expulsionPV = "EXPULSION.pv"
  /// How long the household may fetch its furniture.
  case meubles = "MEUBLES"
  /// How long it may contest that the furniture has no value.
  case meublesContestation = "MEUBLES.contestation"
  /// How the landlord is indemnified when the CFP is refused.
  case indemnisation = "INDEMN"
  /// How long after a late grant the State stays liable until it is used.
  case indemnisationUsage = "INDEMN.usage"
  /// After how long the silence of the préfet rejects a claim for an indemnity.
  case indemnisationSilence = "INDEMN.silence"

  /// The arrears from which a housing aid is in question.
  case aplImpaye = "APL.impaye"
  /// How long the landlord has to signal them.
  case aplSignal = "APL.signal"
  /// How long a plan with the landlord may take.
  case aplPlan = "APL.plan"
  /// How long the FSL has after that plan failed.
  case aplPlanFSLApresEchec = "APL.plan.fsl-apres-echec"
  /// How long the FSL has when it is seized directly.
  case aplPlanFSLDirect = "APL.plan.fsl-direct"
  /// How long the last-resort plan of 1/36 a month runs.
  case aplPlanTrenteSixiemes = "APL.plan.trente-sixiemes"
  /// How often the organisme payeur checks the plan.
  case aplVerification = "APL.verification"
  /// Who decides on the aid.
  case aplDecideur = "APL.decideur"
  /// How long the commission has to declare a file recevable.
  case surendetInstruction = "SURENDET.instruction"
  /// How long recevabilité suspends the execution on goods.
  case surendetSuspension = "SURENDET.suspension"
  /// How long the judge may suspend the eviction.
  case surendetExpulsion = "SURENDET.expulsion"
  /// How long the decision on recevabilité may be appealed.
  case surendetRecours = "SURENDET.recours"
  /// How long the measures may be contested.
  case surendetContestation = "SURENDET.contestation"

  /// How long the commission de médiation has to decide.
  case daloDecision = "DALO.decision"
  /// The same, overseas.
  case daloDecisionOutreMer = "DALO.decision.outre-mer"
  /// How long the préfet has to have an offer made.
  case daloOffre = "DALO.offre"
  /// The same, overseas and with an agglomeration of more than 300 000 inhabitants.
  case daloOffreGrandeAgglomeration = "DALO.offre.grande-agglomeration"
  /// How long the administrative tribunal may be seized once that delay is over.
  case daloTA = "DALO.TA"
  /// How long the administrative tribunal has to rule.
  case daloTAJugement = "DALO.TA.jugement"
  /// How long the commission has to decide on accommodation.
  case dahoDecision = "DAHO.decision"
  /// How long the préfet has to have a place offered.
  case dahoOffre = "DAHO.offre"
  /// The same, for transition housing or a logement-foyer.
  case dahoOffreLogementFoyer = "DAHO.offre.logement-foyer"
}
