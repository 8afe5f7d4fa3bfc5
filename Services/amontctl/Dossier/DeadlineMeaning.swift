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
    case .intake, .sagaOrchestrator: nil
    }
  }

  // The names are those under which each service arms: Tests/ReadingTests holds them against its
  // own list.
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
      otherwise: "ce qui est connu part au juge : DSF de carence, avec la preuve des tentatives"),
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
    "surendettement.end": DeadlineMeaning(
      what: "la fin des effets de la recevabilité ou des mesures", from: "calendrier",
      otherwise: "les effets cessent et l'apurement reprend"),
    "surendettement.contest": DeadlineMeaning(
      what: "la contestation de l'effacement", from: "bailleur",
      otherwise: "l'effacement est définitif"),
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
      otherwise: "les délais cessent ; le dossier reprend son cours")
  ]
}
