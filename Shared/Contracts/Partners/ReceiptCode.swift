// Every code that a receipt may bear, each declared once: the machine's word, and what it means in
// French. The codes of an envelope or of a JSON text that cannot be read stand with their reasons,
// in `EnvelopeDefect.Reason` and `JSONProblem.Kind`.

extension Receipt {
  /// What became of an event.
  public enum Code: CaseIterable, Sendable {
    case accepted, unknownCommune, otherDepartement, held, waiting, rectified, duplicate,
      withdrawn, setAside, conflict, senderUnknown, senderNotAllowed, typeUnknown, versionUnknown,
      absentMember, invalidMember, householdUnnamed, relationContradicted, referenceContradicted,
      dossierUnknown, dossierErased, dossierAmbiguous, eventUnknown, eventAmbiguous,
      eventOfOtherType,
      mergerImpossible, notMerged

    /// The machine's word, as in the receipt.
    public var word: String { declared.word }
    /// What became of an event whose receipt bears it.
    public var status: Status { declared.status }
    /// What it means, in French.
    public var meaning: String { declared.meaning }

    // swift-format-ignore
    private var declared: (word: String, status: Status, meaning: String) {
      switch self {
      case .accepted: ("accepte", .accepte, "Événement versé à un dossier, ou qui en ouvre un")
      case .unknownCommune: ("accepte.commune-inconnue", .accepte, "La commune n'est dans aucune table : la CCAPEX centrale suit le dossier")
      case .otherDepartement: ("accepte.autre-departement", .accepte, "Le logement est dans un autre département : le transfert est proposé")
      case .held: ("accepte.en-examen", .accepte, "Le dossier désigné contredit l'événement : une commission l'examine")
      case .waiting: ("accepte.en-attente", .accepte, "L'événement attend l'ouverture de son dossier")
      case .rectified: ("accepte.attente-rectifiee", .accepte, "L'événement qui attendait son dossier est remplacé ou retiré")
      case .duplicate: ("doublon", .doublon, "Événement déjà reçu : rien n'a changé")
      case .withdrawn: ("evenement.retire", .refuse, "Événement retiré par son expéditeur avant l'ouverture d'un dossier")
      case .setAside: ("erreur.interne", .refuse, "Amont n'a pas pu traiter l'événement : un exploitant est prévenu")
      case .conflict: ("evenement.conflit", .refuse, "Un autre événement du même compte porte déjà cet identifiant")
      case .senderUnknown: ("expediteur.inconnu", .refuse, "Le compte n'est pas dans l'annuaire des partenaires")
      case .senderNotAllowed: ("expediteur.non-autorise", .refuse, "Un partenaire de cette catégorie ne publie pas ce type")
      case .typeUnknown: ("type.inconnu", .refuse, "Ce type d'événement n'existe pas")
      case .versionUnknown: ("version.inconnue", .refuse, "Cette version du type n'est pas connue")
      case .absentMember: ("champ.absent", .refuse, "Le premier champ à corriger est absent")
      case .invalidMember: ("champ.invalide", .refuse, "Le premier champ à corriger est refusé")
      case .householdUnnamed: ("menage.incomplet", .refuse, "Rien ne désigne le ménage")
      case .relationContradicted: ("relation.contraire", .refuse, "Rien ne relie le compte au dossier, et le contraire est connu")
      case .referenceContradicted: ("reference.contredite", .refuse, "Personnes ou adresse ne sont pas celles du dossier désigné")
      case .dossierUnknown: ("dossier.inconnu", .refuse, "Aucun dossier ne correspond")
      case .dossierErased: ("dossier.efface", .refuse, "Le dossier désigné a été effacé")
      case .dossierAmbiguous: ("dossier.ambigu", .refuse, "Plusieurs dossiers correspondent")
      case .eventUnknown: ("evenement.inconnu", .refuse, "L'événement à rectifier n'est pas connu")
      case .eventAmbiguous: ("evenement.ambigu", .refuse, "Plusieurs événements portent l'identifiant à rectifier")
      case .eventOfOtherType: ("evenement.autre-type", .refuse, "L'événement à rectifier est d'un autre type")
      case .mergerImpossible: ("fusion.impossible", .refuse, "Ces dossiers ne peuvent être joints")
      case .notMerged: ("separation.impossible", .refuse, "Ces dossiers ne sont pas joints")
      }
    }
  }
}

extension Receipt.Problem {
  /// What is wrong with one member.
  public enum Code: CaseIterable, Sendable {
    case absent, type, value, date, number, amount, bounds, length, text, form, commune, nir,
      contradiction, householdUnnamed

    /// The machine's word, as in the receipt.
    public var word: String { declared.word }
    /// What it means, in French.
    public var meaning: String { declared.meaning }

    // swift-format-ignore
    private var declared: (word: String, meaning: String) {
      switch self {
      case .absent: ("champ.absent", "Champ demandé, toujours ou dans ce cas")
      case .type: ("champ.type", "Autre type JSON attendu")
      case .value: ("champ.valeur", "Valeur hors de la liste")
      case .date: ("champ.date", "Ce n'est pas une date du calendrier")
      case .number: ("champ.nombre", "Nombre entier attendu")
      case .amount: ("champ.montant", "Montant en centimes entiers attendu")
      case .bounds: ("champ.borne", "Hors des bornes")
      case .length: ("champ.longueur", "Texte trop long")
      case .text: ("champ.texte", "Texte vide, illisible ou avec des caractères de contrôle")
      case .form: ("champ.forme", "Forme attendue non respectée : SIRET, SIREN, UUID, numéro…")
      case .commune: ("champ.commune", "Aucune commune n'a ce code INSEE")
      case .nir: ("champ.nir", "Un NIR ne doit pas être transmis")
      case .contradiction: ("champ.contradiction", "Contraire à l'enveloppe")
      case .householdUnnamed: ("menage.incomplet", "Rien ne désigne le ménage")
      }
    }
  }
}

extension Receipt.Warning {
  /// What an accepted event should be read again for.
  public enum Code: CaseIterable, Sendable {
    case unknownMember, unusualAmount, lateAct, markRemoved, suspectName, unknownCode,
      courtOfAnotherTime, relationNotProven

    /// The machine's word, as in the receipt.
    public var word: String { declared.word }
    /// What it means, in French.
    public var meaning: String { declared.meaning }

    // swift-format-ignore
    private var declared: (word: String, meaning: String) {
      switch self {
      case .unknownMember: ("champ.inconnu", "Champ inconnu, qui n'a pas été lu")
      case .unusualAmount: ("montant.invraisemblable", "Montant inhabituel, peut-être écrit en euros")
      case .lateAct: ("acte.tardif", "Événement reçu longtemps après son acte")
      case .markRemoved: ("marque.retiree", "Caractères invisibles retirés")
      case .suspectName: ("nom.suspect", "Ce n'est sans doute pas le nom d'une personne")
      case .unknownCode: ("code.inconnu", "Tribunal, caisse ou étude hors de la liste")
      case .courtOfAnotherTime: ("tribunal.autre-epoque", "Ce genre de tribunal n'était pas compétent le jour de l'audience")
      case .relationNotProven: ("relation.non-verifiee", "Rien ne montre ce qui relie le compte au dossier")
      }
    }
  }
}
