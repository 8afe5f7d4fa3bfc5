import SagaOrchestratorDomain

/// The words that our tables hold, in French for the person; French words of the field stay as they
/// are. A test reads the constraints of every table and fails on a word that is not here.
enum HeldWord {
  static func french(_ word: String) -> String { words[word] ?? word }

  // swift-format-ignore
  static let words: [String: String] = [
    "meuble": "meublé", "loi-1948": "loi de 1948", "sans-titre": "sans titre",
    "indemnite": "indemnité d'occupation", "impaye": "impayé",
    "quitter-les-lieux": "commandement de quitter les lieux",
    "true": "oui", "false": "non", "none": "rien", "open": "en cours", "stopped": "arrêté", "unknown": "inconnu",
    // Contact and diagnosis
    "proposed": "proposé", "met": "rencontré", "not-found": "non rencontré", "requested": "demandé",
    "observed": "soumis à vos observations", "missing": "non parvenu", "sent-without-meeting": "transmis sans rencontre",
    "sent": "transmis", "withdrawn": "retiré", "initial": "premier diagnostic", "dsf": "DSF",
    "maintien-sous-condition": "maintien sous condition", "indetermine": "indéterminé", "relogement": "relogement",
    "reprise-du-loyer": "reprise du loyer", "logement-moins-cher": "logement moins cher", "souhait-de-partir": "souhait de partir",
    "ressources-a-connaitre": "ressources à connaître", "telephone": "téléphone", "courrier": "courrier", "sms": "SMS",
    "rendez-vous": "rendez-vous", "sans-reponse": "sans réponse", "parti": "parti",
    // Landlords
    "personne-physique": "personne physique", "sci-familiale": "SCI familiale",
    "personne-morale-sociale": "bailleur social", "personne-morale-privee": "personne morale privée",
    // Debt
    "asked": "demandé", "maintained": "maintenue", "suspended": "suspendue", "exhausted": "épuisé", "cleared": "soldé",
    "accepted": "accepté", "refused": "refusé", "unanswered": "sans réponse", "broken": "rompu", "admitted": "recevable",
    "ended": "terminé", "moratoire": "moratoire", "prp": "effacement (rétablissement personnel)", "cloture": "clôture",
    "amicable": "amiable", "judge": "du juge", "last-resort": "dernier recours", "in-force": "en cours", "completed": "tenu",
    "frozen": "gelé", "replaced": "remplacé", "accord": "accord", "landlord": "bailleur", "fsl": "FSL", "tenant": "ménage",
    "renegotiating": "en renégociation", "aid": "aide au logement",
    // Housing
    "rehoused": "relogé", "before-summons": "avant l'assignation", "summoned": "assigné", "eviction-ordered": "expulsion ordonnée",
    "police-aid-requested": "concours demandé", "filed": "déposé", "priority": "prioritaire", "lost": "perdu",
    "offered": "proposé", "accommodated": "hébergé", "queued": "en attente", "transmitted": "transmise", "unsuitable": "inadaptée",
    "lapsed": "sans suite", "leased": "bail signé",
    // Court and execution
    "deux-mois": "deux mois", "six-semaines": "six semaines", "counted": "oui", "contested": "contesté", "apart": "à part",
    "summons": "assignation", "postponement": "renvoi", "ruling": "décision", "notification": "notification", "appeal": "appel",
    "quit-order": "commandement de quitter les lieux", "jex-ruling": "décision du juge de l'exécution",
    "surendettement-stay": "suspension de l'expulsion (surendettement)", "protocole": "protocole",
    "police-aid-request": "demande de concours de la force publique", "police-aid-silence": "silence du préfet",
    "police-aid-decision": "décision sur le concours", "eviction": "expulsion", "departure": "départ",
    "compensation-claim": "demande d'indemnité", "compensation-decision": "décision sur l'indemnité",
    "compensation-silence": "silence sur l'indemnité", "tenant-present": "locataire présent", "tenant-absent": "locataire absent",
    "granted": "accordé", "debt": "dette", "conge": "congé", "troubles": "troubles", "other-motive": "autre motif",
    "police-aid": "avec le concours", "no-police-aid": "sans le concours", "keys": "clés rendues", "fixed": "fixée",
    "postponed": "renvoyée", "present": "présent", "absent": "absent", "refus-explicite": "refus exprès",
    "refus-implicite": "silence valant refus", "jurisprudence": "jurisprudence", "decret-2025-1052": "décret 2025-1052",
    "emploi": "emploi du concours", "depart": "départ", "hearing": "audience", "plan": "plan",
    "delais-suspensifs": "délais, clause suspendue", "delais-surendettement": "délais calés sur le surendettement",
    "expulsion-ferme": "expulsion ordonnée", "expulsion-avec-delais": "expulsion avec délais",
    "expulsion-sans-delai": "expulsion sans délai", "delais-sans-suspension": "délais sans suspension de la clause",
    "conge-valide": "congé validé", "sursis-a-statuer": "sursis à statuer", "rejet": "rejet", "forme": "formé",
    "confirme": "confirmé", "infirme": "infirmé", "desiste": "désistement", "arret-execution": "arrêt de l'exécution",
    "infirme-partiellement": "infirmé en partie", "desistement": "désistement", "caducite": "caducité", "refere": "référé",
    // Register
    "accepte": "accepté", "refuse": "refusé", "dossier": "un acte ultérieur", "operateur": "un agent",
    "exploc": "EXPLOC ou ALEXI", "rg": "répertoire général", "references-contradictoires": "références contradictoires",
    "personne-dans-autre-dossier": "même personne dans un autre dossier", "autre-logement": "autre logement",
    "meme-personne-autre-adresse": "même personne, autre adresse", "meme-logement-autre-nom": "même logement, autre nom",
    "plusieurs-dossiers": "plusieurs dossiers possibles", "reference-contredite": "référence contredite",
    "separation": "séparation", "fusion": "réunion", "waiting": "à regarder", "released": "rendu au service",
    "resolved": "réglé", "discarded": "écarté", "dette": "dette", "autre": "autre motif",
  ]

  /// What the yearly evaluation counts. Facts and marks share their names.
  // swift-format-ignore
  static let indicators: [String: String] = [
    "noticeSignalled": "commandement de payer signalé", "landlordReferral": "saisine par le bailleur", "aidArrears": "impayé signalé à la CAF ou à la MSA",
    "freeReferral": "saisine libre", "otherMotive": "autre motif signalé", "interviewProposed": "entretien proposé", "met": "ménage rencontré",
    "diagnosed": "diagnostic établi", "measureTaken": "mesure engagée", "dsfSent": "DSF transmis", "dsfWithoutMeeting": "DSF sans rencontre",
    "planAgreed": "plan accepté", "planRefused": "plan refusé", "fslGranted": "FSL accordé", "fslRefused": "FSL refusé",
    "surendettementAdmitted": "surendettement recevable", "surendettementRefused": "surendettement irrecevable",
    "aidMaintained": "aide maintenue", "aidSuspended": "aide suspendue", "debtCleared": "dette soldée", "offerMade": "logement proposé",
    "offerRefused": "logement refusé", "offerAccepted": "logement accepté", "rehoused": "relogement", "daloPriority": "priorité DALO",
    "daloServed": "DALO satisfait", "accommodationOffered": "hébergement proposé", "accommodated": "hébergement", "summoned": "assignation",
    "dismissed": "rejet de la demande", "withdrawn": "désistement", "delaysGranted": "délais accordés", "evictionOrdered": "expulsion ordonnée",
    "evictionDelayed": "expulsion avec délais", "scheduleKept": "échéancier tenu", "scheduleBroken": "échéancier rompu",
    "quitOrder": "commandement de quitter les lieux", "policeAidRequested": "concours demandé", "policeAidGranted": "concours accordé",
    "policeAidRefused": "concours refusé", "policeAidSilence": "concours refusé par silence", "evicted": "expulsion", "departed": "départ",
    "compensationClaimed": "indemnité demandée", "compensationDecided": "indemnité décidée", "noticeEnds": "fin du délai du commandement",
    "hearingFixed": "audience fixée", "handledBeforeHearing": "assignation traitée avant l'audience", "signalledBeforeSummons": "signalé avant l'assignation",
    "solvedBeforeSummons": "résolu sans assignation", "opened": "signalé dans l'année", "contacted": "contact proposé",
    "contactedWithinMonth": "contact proposé dans le mois", "proposalDelay": "jours jusqu'à la proposition d'entretien",
    "interviewDelay": "jours jusqu'à l'entretien", "summonedForDebt": "assignation pour dette", "dsfBeforeHearing": "DSF complet avant l'audience",
    "dsfFiveDaysBefore": "DSF complet cinq jours avant", "dsfOfCarence": "DSF de carence", "settledInNotice": "apurement dans le délai du commandement",
    "rehousedBeforeHearing": "relogement avant l'audience", "rehousedBeforePoliceAid": "relogement avant le concours",
    "evictedFromSocialStock": "expulsion du parc social", "evictedFromSocialStockWithoutRehousing": "expulsion du parc social sans relogement",
    "evictedBeforeDALO": "expulsion avant le relogement DALO", "evictedWithoutAccommodation": "expulsion sans hébergement proposé",
  ]
}
