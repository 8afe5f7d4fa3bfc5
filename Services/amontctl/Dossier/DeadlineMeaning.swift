import Contracts

/// What a deadline of a service other than the saga means: what must come, from whom, and what the
/// service does when nothing has come. The saga's own are read from its tables.
struct DeadlineMeaning: Sendable, Hashable {
  let what: String, from: String, otherwise: String
  var isSecret = false

  /// The meaning of a deadline; `nil` for a kind of a newer release.
  static func of(_ service: ServiceName, _ kind: String) -> DeadlineMeaning? {
    switch service {
    case .socialDiagnosis: diagnosis[kind]
    case .debtSettlement: debt[kind]
    case .rehousing: housing[kind]
    case .courtLiaison: court[kind]
    case .intake: intake[kind]
    case .sagaOrchestrator: nil
    }
  }

  // The names are those under which each service arms: Tests/ReadingTests holds them against its
  // own list.
  static let intake: [String: DeadlineMeaning] = [
    "adresse-a-verifier": DeadlineMeaning(
      what: "la vérification de l'adresse", from: "sous-commission",
      otherwise: "la commission est relancée"),
    "transfert-a-confirmer": DeadlineMeaning(
      what: "l'accusé de réception du transfert", from: "CCAPEX de l'autre département",
      otherwise: "la commission est relancée ; le dossier reste suivi ici"),
    "acces-a-repondre": DeadlineMeaning(
      what: "la réponse à la demande d'accès aux données", from: "commission",
      otherwise: "la commission est relancée"),
    "evenement-en-attente": DeadlineMeaning(
      what: "le signalement qui ouvre le dossier d'un événement reçu avant lui",
      from: "tout partenaire qui signale",
      otherwise: "l'événement est refusé à son expéditeur (dossier.inconnu)"),
    "evenement-en-examen": DeadlineMeaning(
      what: "la décision sur un événement que son dossier contredit (dossier.fusion ou separation)",
      from: "commission",
      otherwise: "un premier signalement ouvre son propre dossier ; pour tout autre événement, la "
        + "commission est relancée, puis il est refusé à son expéditeur"),
  ]

  static let diagnosis: [String: DeadlineMeaning] = [
    "contact.interview": DeadlineMeaning(
      what: "la proposition d'un entretien et sa suite", from: "service social ou antenne",
      otherwise: "le service social est relancé, puis la préfecture alertée"),
    "contact.diagnosis": DeadlineMeaning(
      what: "le diagnostic du ménage rencontré", from: "service social ou antenne",
      otherwise: "le service social est relancé"),
    "dsf.alert": DeadlineMeaning(
      what: "le DSF attendu pour l'audience", from: "opérateur du DSF",
      otherwise: "l'opérateur est averti avant l'échéance, le préfet après"),
    "dsf.margin": DeadlineMeaning(
      what: "le DSF", from: "opérateur du DSF",
      otherwise:
        "ce qui est connu part au juge : DSF de carence, avec la preuve des tentatives, ou "
        + "l'annonce que le DSF manque"),
    "dsf.observations": DeadlineMeaning(
      what: "les observations du ménage sur le DSF", from: "ménage, par l'opérateur du DSF",
      otherwise: "le DSF part au juge"),
  ]

  static let debt: [String: DeadlineMeaning] = [
    "plan.reply": DeadlineMeaning(
      what: "la réponse du bailleur au plan", from: "bailleur",
      otherwise: "le silence vaut refus ; la voie suivante est ouverte"),
    "fsl.reply": DeadlineMeaning(
      what: "la décision du FSL", from: "FSL",
      otherwise: "la demande est tenue pour restée sans réponse ; la voie suivante est ouverte"),
    "aid.reply": DeadlineMeaning(
      what: "la décision sur l'aide au logement", from: "CAF ou MSA",
      otherwise: "la CAF ou la MSA est relancée"),
    "aid.check": DeadlineMeaning(
      what: "la vérification que le plan est tenu", from: "CAF ou MSA",
      otherwise: "la vérification est demandée de nouveau"),
    "schedule.instalment": DeadlineMeaning(
      what: "le paiement de la mensualité", from: "ménage, constaté par le bailleur",
      otherwise: "le retard est constaté et un soutien est proposé"),
    "schedule.grace": DeadlineMeaning(
      what: "le paiement de la mensualité en retard", from: "ménage, constaté par le bailleur",
      otherwise: "l'échéancier est tenu pour rompu"),
    "surendettement.proposal": DeadlineMeaning(
      what: "le dépôt du dossier de surendettement proposé", from: "ménage",
      otherwise: "une autre voie est cherchée", isSecret: true),
    "surendettement.ruling": DeadlineMeaning(
      what: "la décision sur la recevabilité", from: "commission de surendettement",
      otherwise: "la commission est relancée", isSecret: true),
    "fsl.payment": DeadlineMeaning(
      what: "le versement de l'aide du FSL", from: "FSL",
      otherwise: "l'aide est tenue pour versée au jour dit"),
    "aid.constitution": DeadlineMeaning(
      what: "le paiement du premier impayé", from: "ménage",
      otherwise: "l'impayé est constitué : le bailleur le signale à l'organisme payeur"),
    "aid.notice": DeadlineMeaning(
      what: "la mise en demeure de payer par trente-sixièmes", from: "CAF ou MSA",
      otherwise: "l'organisme payeur est relancé"),
    "aid.signal": DeadlineMeaning(
      what: "le signalement de l'impayé à la CAF ou à la MSA", from: "bailleur",
      otherwise: "l'organisme payeur est invité à se saisir lui-même"),
    "aid.direct.reply": DeadlineMeaning(
      what: "l'accord du bailleur sur le tiers payant", from: "bailleur",
      otherwise: "le silence vaut refus"),
    "aid.direct.start": DeadlineMeaning(
      what: "le premier versement de l'aide au bailleur", from: "CAF ou MSA",
      otherwise: "l'aide lui est versée, sauf dette soldée"),
    "schedule.rent": DeadlineMeaning(
      what: "le paiement du loyer courant en retard", from: "ménage, constaté par le bailleur",
      otherwise: "l'échéancier est tenu pour rompu"),
    "surendettement.appeal": DeadlineMeaning(
      what: "la fin du recours sur la recevabilité", from: "calendrier",
      otherwise: "rien ne change : la décision est définitive", isSecret: true),
    "surendettement.clause": DeadlineMeaning(
      what: "la fin de la suspension de la clause après effacement", from: "calendrier",
      otherwise: "la clause est réputée n'avoir pas joué si le loyer courant est payé"),
    "surendettement.refile": DeadlineMeaning(
      what: "un nouveau dépôt après le moratoire", from: "ménage",
      otherwise: "le délai pour déposer de nouveau est passé"),
    "protocol.end": DeadlineMeaning(
      what: "la fin du protocole de cohésion sociale", from: "calendrier",
      otherwise: "le bailleur est invité à signer un bail dans les trois mois"),
    "protocol.renegotiation": DeadlineMeaning(
      what: "l'avenant au protocole de cohésion sociale", from: "bailleur et ménage",
      otherwise: "le protocole est rompu ; l'organisme payeur décide de l'aide"),
    "protocol.back-payment": DeadlineMeaning(
      what: "une part du rappel d'aide", from: "CAF ou MSA",
      otherwise: "le versement est demandé"),
    "solidarity": DeadlineMeaning(
      what: "la fin de la solidarité de la personne partie", from: "calendrier",
      otherwise: "le service social vérifie qui doit encore le loyer"),
    "surendettement.end": DeadlineMeaning(
      what: "la fin des effets de la recevabilité ou des mesures", from: "calendrier",
      otherwise: "les effets cessent et l'apurement reprend"),
    "surendettement.contest": DeadlineMeaning(
      what: "la contestation des mesures", from: "bailleur et autres créanciers",
      otherwise: "les mesures sont définitives"),
  ]

  static let housing: [String: DeadlineMeaning] = [
    "demand.reply": DeadlineMeaning(
      what: "une proposition de logement", from: "bailleurs et réservataires",
      otherwise: "bailleurs et réservataires sont relancés, puis le préfet est informé"),
    "offer.reply": DeadlineMeaning(
      what: "la réponse à la proposition", from: "ménage",
      otherwise: "le ménage est relancé, puis la proposition tombe"),
    "offer.lease": DeadlineMeaning(
      what: "la signature du bail", from: "bailleur de la proposition",
      otherwise: "le bailleur est relancé, puis la recherche reprend"),
    "dalo.decision": DeadlineMeaning(
      what: "la décision DALO", from: "commission de médiation",
      otherwise: "le retard est signalé au préfet"),
    "dalo.offer": DeadlineMeaning(
      what: "une offre adaptée", from: "préfet",
      otherwise: "le ménage apprend qu'il peut saisir le tribunal administratif"),
    "daho.decision": DeadlineMeaning(
      what: "la décision DAHO", from: "commission de médiation",
      otherwise: "le retard est signalé à la commission et au préfet"),
    "daho.place": DeadlineMeaning(
      what: "une place d'hébergement au titre du DAHO", from: "préfet",
      otherwise: "le préfet est relancé ; le ménage apprend qu'il peut saisir le tribunal"),
    "registration": DeadlineMeaning(
      what: "le renouvellement de la demande de logement social", from: "ménage",
      otherwise: "le ménage et le service social sont avertis que la demande n'est plus valable"),
    "accommodation.reply": DeadlineMeaning(
      what: "une place d'hébergement", from: "SIAO", otherwise: "le SIAO est relancé"),
  ]

  static let court: [String: DeadlineMeaning] = [
    "jex.delays": DeadlineMeaning(
      what: "la fin des délais du juge de l'exécution", from: "calendrier",
      otherwise: "les délais cessent ; le dossier reprend son cours"),
    "pm.saisine": DeadlineMeaning(
      what: "la fin du délai qui suit la saisine de la CCAPEX", from: "calendrier",
      otherwise: "rien ne change : l'assignation devient recevable"),
    "appel": DeadlineMeaning(
      what: "l'appel de la décision", from: "ménage ou bailleur",
      otherwise: "rien ne change : la décision est définitive"),
    "surendettement.stay": DeadlineMeaning(
      what: "la fin de la suspension de l'expulsion pour surendettement", from: "calendrier",
      otherwise: "la suspension cesse ; le dossier reprend son cours"),
    "cfp.silence": DeadlineMeaning(
      what: "la décision sur le CFP", from: "préfet",
      otherwise: "le silence vaut refus ; la responsabilité de l'État peut être engagée"),
    "cfp.reexamen": DeadlineMeaning(
      what: "le réexamen du refus du CFP", from: "préfet",
      otherwise: "le réexamen est demandé au préfet"),
    "cfp.emploi": DeadlineMeaning(
      what: "l'emploi du concours accordé", from: "huissier, forces de l'ordre",
      otherwise: "le préfet est averti que la responsabilité de l'État court"),
    "meubles": DeadlineMeaning(
      what: "la reprise des meubles", from: "ménage",
      otherwise: "rien ne change ici : le sort des meubles suit CPCE R433-1"),
    "meubles.contestation": DeadlineMeaning(
      what: "la contestation de l'absence de valeur des meubles", from: "ménage",
      otherwise: "rien ne change : elle n'est plus recevable"),
    "indemnite.silence": DeadlineMeaning(
      what: "la décision sur l'indemnité", from: "préfet",
      otherwise: "le silence vaut rejet ; le tribunal administratif peut être saisi"),
  ]
}
