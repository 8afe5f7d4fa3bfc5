/// The rules of the legal calendar. The raw value is stored with each deadline and never changes.
public enum RuleID: String, Sendable, Hashable, Codable, CaseIterable {
  /// How long a commandement de payer runs before the clause takes effect.
  case cdpDelai = "CDP.delai"
  /// What a commandement de payer must say.
  case cdpMentions = "CDP.mentions"
  /// When the guarantor must be served.
  case cdpCaution = "CDP.caution"
  /// Which delay a commandement has under a lease renewed after the change of 2023.
  case cdpRenouvellement = "CDP.renouvellement"
  /// Whether a last day that is not worked prolongs the tenant's delay to pay.
  case cdpReport = "CDP.report"
  /// Whether a lease must hold the clause.
  case bailClause = "BAIL.clause"
  /// How long someone who left goes on owing the rent with those who stay.
  case bailSolidarite = "BAIL.solidarite"
  /// When who left because of violence owes no new rent.
  case bailViolences = "BAIL.solidarite-violences"
  /// The arrears from which a commandement de payer is signalled.
  case signalSeuil = "SIGNAL.seuil"
  /// How a commandement de payer is signalled.
  case signalCanal = "SIGNAL.canal"
  /// How long a personne morale waits between its saisine and the assignation.
  case pmSaisine = "PM.saisine"
  /// When the landlord's saisine is deemed made.
  case pmSaisineReputee = "PM.saisine.reputee"
  /// How long before the hearing the préfet is told of the assignation.
  case assignPrefet = "ASSIGN.prefet"
  /// What is left with the tenant when the assignation is served.
  case assignInformation = "ASSIGN.information"
  /// How long before the hearing the assignation is filed at the court.
  case assignPlacement = "ASSIGN.placement"
  /// How long before the hearing the assignation is served on the tenant.
  case assignComparution = "ASSIGN.comparution"
  /// Whether a claim for money wants an attempt at conciliation first.
  case conciliationPrealable = "CONCILIATION"
  /// Whether the tenant may ask the judge for delays by letter.
  case demandeEcrite = "JUGE.demande-ecrite"
  /// How long the judge may let a tenant pay.
  case jugeDelais = "JUGE.delais"
  /// How long the judge may let any debtor pay, where article 24 of loi 89-462 does not hold.
  case jugeGrace = "JUGE.delai-de-grace"
  /// How long the clause is suspended after an effacement.
  case jugeSurendettement = "JUGE.surendettement"
  /// How long a tenant has to file again after a moratoire.
  case jugeMoratoire = "JUGE.moratoire"
  /// Which court judges.
  case tribunal = "TRIBUNAL"
  /// Whether the judge tells the préfet of his own motion.
  case jugementPrefet = "JUGEMENT.prefet"
  /// Within which delay a default judgment must be notified.
  case jugementNonAvenu = "JUGEMENT.non-avenu"
  /// Whether the judgment may be executed at once.
  case execProvisoire = "EXEC.provisoire"
  /// Who may stay a judgment that is executed provisionally.
  case execArret = "EXEC.arret"
  /// How long a judgment may be appealed.
  case appelJugement = "APPEL.jugement"
  /// How long a référé may be appealed.
  case appelRefere = "APPEL.refere"
  /// What distance adds to the delays of comparution and of appeal.
  case appelDistance = "APPEL.distance"
  /// Whether the delay of appeal stays the execution.
  case appelSuspensif = "APPEL.suspensif"
  /// How long a default judgment may be opposed.
  case opposition = "OPPOSITION"
  /// How long a decision of the juge de l'exécution may be appealed.
  case jexAppel = "JEX.appel"
  /// What an appeal against the juge de l'exécution stays.
  case jexSursis = "JEX.sursis"
  /// After how long arrears can no longer be claimed.
  case prescription = "PRESCRIPTION.loyers"
  /// How long a commandement for want of insurance runs: not under article 24.
  case assuranceClause = "ASSURANCE.clause"
  /// How long the tenant has to show that the dwelling is not abandoned.
  case abandonConstat = "ABANDON.constat"
  /// How long an order of protection holds.
  case ordonnanceProtection = "PROTECTION.ordonnance"
  /// Since when there is an immediate order of protection.
  case protectionImmediate = "PROTECTION.immediate"
  /// Which day is that of an act that was served.
  case significationDate = "SIGNIFICATION.date"
  /// When an act may be served or executed.
  case significationHeures = "SIGNIFICATION.heures"
  /// What becomes of a day counted back from a hearing when it is not worked.
  case compteRebours = "COMPTE.rebours"
  /// How weeks are counted.
  case compteSemaines = "COMPTE.semaines"

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
  /// Who may make observations on the DSF, and who gets a copy.
  case dsfContradictoire = "DSF.contradictoire"
  /// What the DSF holds.
  case dsfRubriques = "DSF.rubriques"
  /// From which indicators a rent is held to be bearable.
  case indicateurSeuils = "INDICATEUR.seuils"
  /// Which text sets up the CCAPEX.
  case ccapexTexte = "CCAPEX.texte"

  /// How long after the CQL no eviction is possible.
  case cqlDelai = "CQL.delai"
  /// When the delay of the CQL does not apply.
  case cqlException = "CQL.exception"
  /// When the judge may shorten or drop the delay of the CQL.
  case cqlReduction = "CQL.reduction"
  /// Since when the bad faith that a judge finds takes the delays away.
  case cqlMauvaiseFoi = "CQL.mauvaise-foi"
  /// How the préfet is seized of the CQL.
  case cqlPrefet = "CQL.prefet"
  /// How long the delay of the CQL runs once the préfet, told late, is seized.
  case cqlSuspension = "CQL.suspension"
  /// By how much the judge may prolong the delay of the CQL.
  case cqlProrogation = "CQL.prorogation"
  /// The delays that the judge may grant before the eviction.
  case delaisL412 = "DELAIS.L412-3"
  /// Since when an unlawful entry excludes these delays.
  case delaisEntreeIllicite = "DELAIS.entree-illicite"
  /// Which evictions the winter truce stays.
  case treve = "TREVE"
  /// How long the winter truce is overseas, where the préfet sets its days.
  case treveOutreMer = "TREVE.outre-mer"
  /// Whom the winter truce and the delays do not protect.
  case treveExceptions = "TREVE.exceptions"
  /// How the CFP is requested.
  case cfpDemande = "CFP.demande"
  /// After how long the silence of the préfet is a refusal.
  case cfpSilence = "CFP.silence"
  /// From when silence counts where the CFP was requested before the end of the CQL's delay.
  case cfpPrematuree = "CFP.prematuree"
  /// Why the CFP may be refused.
  case cfpMotifs = "CFP.motifs"
  /// What a DALO priority means for the CFP.
  case cfpDALO = "CFP.dalo"
  /// How long a decision of the préfet may be taken to the administrative tribunal.
  case recoursTA = "RECOURS.TA"
  /// Whether that delay runs where the notification did not tell it.
  case recoursTAMention = "RECOURS.TA.mention"
  /// What distance adds to it.
  case recoursTADistance = "RECOURS.TA.distance"
  /// To whom the record of the eviction is sent.
  case expulsionPV = "EXPULSION.pv"
  /// How long the household may fetch its furniture.
  case meubles = "MEUBLES"
  /// How long it may contest that the furniture has no value.
  case meublesContestation = "MEUBLES.contestation"
  /// How the landlord is indemnified when the CFP is refused.
  case indemnisation = "INDEMN"
  /// When the liability of the State begins.
  case indemnDebut = "INDEMN.debut"
  /// How long after the grant the CFP may be used before the State is liable again.
  case indemnFin = "INDEMN.fin"
  /// After how long the silence of the préfet rejects a claim of indemnity.
  case indemnSilence = "INDEMN.silence"
  /// What is indemnified.
  case indemnPostes = "INDEMN.postes"
  /// After how long the State can no longer be asked.
  case indemnPrescription = "INDEMN.prescription"

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
  /// How long the aid is kept when the FSL was seized at the same time.
  case aplPlanFSLSimultane = "APL.plan.fsl-simultane"
  /// How long the last-resort plan of 1/36 a month runs.
  case aplPlanTrenteSixiemes = "APL.plan.trente-sixiemes"
  /// How often the organisme payeur checks the plan.
  case aplVerification = "APL.verification"
  /// When the aid is kept though the plan is not.
  case aplMaintien = "APL.maintien"
  /// Whether the aid is kept once the lease is terminated.
  case aplOccupation = "APL.occupation"
  /// What changes for small arrears.
  case aplPetitImpaye = "APL.petit-impaye"
  /// How long the landlord has to accept that the aid be paid to it.
  case aplTiersPayant = "APL.tiers-payant"
  /// When the aid is paid to the landlord.
  case aplTiersPayantEffet = "APL.tiers-payant.effet"
  /// What follows arrears once the CCAPEX decides.
  case aplProcedure = "APL.procedure"
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
  /// Who may know of a file that is not recevable yet.
  case surendetSecret = "SURENDET.secret"
  /// Which debts may no longer be paid once the file is recevable.
  case surendetGel = "SURENDET.gel"
  /// What recevabilité does to the housing aid.
  case surendetAide = "SURENDET.aide"
  /// How long a plan or measures may last.
  case surendetMesures = "SURENDET.mesures"
  /// How long the commission may suspend the debts.
  case surendetMoratoire = "SURENDET.moratoire"
  /// How long the FSL has to decide.
  case fslDecision = "FSL.decision"
  /// How long the FSL has in urgency.
  case fslUrgence = "FSL.urgence"
  /// How long a protocole de cohésion sociale may last.
  case protocoleDuree = "PROTOCOLE.duree"
  /// How long its amendment may prolong it.
  case protocoleAvenant = "PROTOCOLE.avenant"
  /// When the lease is signed after it.
  case protocoleBail = "PROTOCOLE.bail"
  /// How long the aid is kept while a protocol that was not kept is renegotiated.
  case protocoleRenegociation = "PROTOCOLE.renegociation"
  /// How long it runs after an effacement.
  case protocoleEffacement = "PROTOCOLE.effacement"
  /// When the aid in arrears is paid back.
  case protocoleRappel = "PROTOCOLE.rappel"

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
  /// How long the household has to answer an attribution.
  case calReponse = "CAL.reponse"
  /// How many candidates an attribution needs.
  case calCandidats = "CAL.candidats"
  /// Which share of the attributions goes to priority households.
  case attributionPart = "ATTRIBUTION.part"
  /// How often the demand for social housing is renewed.
  case sneRenouvellement = "SNE.renouvellement"
  /// How long a request of access may take.
  case rgpdAcces = "RGPD.acces"
  /// How long a closed dossier stays in the active base.
  case rgpdConservation = "RGPD.conservation"
  /// How long it stays in the archive.
  case rgpdArchive = "RGPD.archive"
}
