public import Contracts

/// Why an event is not accepted: a machine code, and a French sentence that says what to correct.
///
/// Neither ever holds a value from the event: a receipt travels, and may be read by others.
public enum Refusal: Error, Sendable, Hashable {
  /// The envelope cannot be read.
  case envelope(EnvelopeDefect)
  /// The broker account is in no directory of partners.
  case senderUnknown
  /// A partner of this kind does not publish this type.
  case senderNotAllowed
  /// No event has this type.
  case typeUnknown
  /// The event is known, not in this version.
  case versionUnknown
  /// The payload is no sound JSON.
  case json(JSONProblem)
  /// Members are absent, or hold what they cannot; the first one first, with members that are not known.
  case fields([Receipt.Problem], [Receipt.Warning])
  /// Nothing ties the account to the dossier that its event is about, and something speaks against it.
  case relationContradicted
  /// Persons or address contradict the dossier of the references, and nobody joined the event to it.
  case referenceContradicted
  /// No dossier has these references.
  case dossierUnknown
  /// No dossier was opened while the event waited for it.
  case neverOpened
  /// The event would wait for its dossier, and too many of its sender do.
  case tooManyWaiting
  /// No dossier has these references, and the event says too little to open one.
  case firstSignalIncomplete
  /// Several dossiers have these references.
  case dossierAmbiguous
  /// No accepted event of this sender has the identifier that a rectification names.
  case eventUnknown
  /// Several events of this sender have the identifier that a rectification names.
  case eventAmbiguous
  /// The event to rectify is of another type.
  case eventOfOtherType
  /// These two dossiers cannot be joined.
  case mergerImpossible
  /// These two dossiers are not joined.
  case notMerged

  /// The machine code.
  public var code: String {
    switch self {
    case .envelope(let defect): defect.code
    case .senderUnknown: "expediteur.inconnu"
    case .senderNotAllowed: "expediteur.non-autorise"
    case .typeUnknown: "type.inconnu"
    case .versionUnknown: "version.inconnue"
    case .json(let problem): problem.code
    case .fields(let problems, _): Self.code(of: problems.first)
    case .relationContradicted: "relation.contraire"
    case .referenceContradicted: "reference.contredite"
    case .dossierUnknown, .neverOpened, .tooManyWaiting, .firstSignalIncomplete: "dossier.inconnu"
    case .dossierAmbiguous: "dossier.ambigu"
    case .eventUnknown: "evenement.inconnu"
    case .eventAmbiguous: "evenement.ambigu"
    case .eventOfOtherType: "evenement.autre-type"
    case .mergerImpossible: "fusion.impossible"
    case .notMerged: "separation.impossible"
    }
  }

  /// The French sentence.
  public var sentence: String {
    switch self {
    case .envelope(let defect): defect.sentence
    case .senderUnknown:
      "Votre compte n'est pas dans l'annuaire des partenaires : demandez votre inscription."
    case .senderNotAllowed:
      "Un partenaire de votre catégorie ne publie pas ce type d'événement."
    case .typeUnknown: "Ce type d'événement n'existe pas : vérifiez ce-type."
    case .versionUnknown: "Cette version de l'événement n'est pas connue : publiez la version 1."
    case .json(let problem): problem.sentence
    case .fields(let problems, _): Self.sentence(of: problems)
    case .relationContradicted:
      "Rien ne relie votre compte à ce dossier, et ce qui est connu dit le contraire : joignez votre "
        + "propre référence (bail, commandement, rg, allocataire), ou menage.locataires et "
        + "menage.logement, si l'événement est bien de ce ménage."
    case .referenceContradicted:
      "Les personnes ou l'adresse ne sont pas celles du dossier que désignent vos références, et "
        + "la commission ne l'y a pas versé : corrigez les références, et publiez l'événement de nouveau."
    case .dossierUnknown:
      "Aucun dossier ne correspond : joignez une référence du ménage connue d'Amont."
    case .neverOpened:
      "Aucun dossier ne s'est ouvert pour ce ménage dans le délai d'attente : vérifiez ses références, "
        + "et publiez l'événement de nouveau une fois le dossier ouvert."
    case .tooManyWaiting:
      "Aucun dossier ne correspond, et trop de vos événements attendent déjà le leur : vérifiez les "
        + "références des ménages, puis publiez l'événement de nouveau."
    case .firstSignalIncomplete:
      "Aucun dossier ne correspond à ces références : pour un premier signalement, joignez "
        + "menage.locataires et menage.logement."
    case .eventUnknown:
      "Aucun événement accepté de votre compte n'a cet identifiant (evenement) ; une préfecture ou "
        + "une CCAPEX qui rectifie pour un autre cite aussi menage.dossier."
    case .eventAmbiguous:
      "Plusieurs de vos événements ont cet identifiant (evenement) : indiquez dans source le ce-source de "
        + "celui à rectifier."
    case .eventOfOtherType:
      "L'événement à rectifier est d'un autre type : indiquez dans type celui qu'il avait."
    case .mergerImpossible:
      "Ces dossiers ne peuvent être joints : l'un est déjà joint à un autre, ou c'est le même. "
        + "Séparez-les d'abord."
    case .notMerged: "Ce dossier (autre) n'est pas joint à celui que désigne menage."
    case .dossierAmbiguous:
      "Plusieurs dossiers peuvent correspondre : joignez une référence (menage.dossier, bail, rg)."
    }
  }

  /// Whether an operator must look, beside the refusal: something is wrong that the sender alone may
  /// not be able to mend.
  public var needsOperator: Bool {
    switch self {
    case .envelope(let defect): defect.needsOperator
    case .senderUnknown, .versionUnknown: true
    case .json(let problem): problem.kind == .syntax
    case .senderNotAllowed, .typeUnknown, .fields, .relationContradicted, .referenceContradicted,
      .dossierUnknown, .neverOpened, .tooManyWaiting, .firstSignalIncomplete, .dossierAmbiguous,
      .eventUnknown, .eventAmbiguous, .eventOfOtherType,
      .mergerImpossible, .notMerged:
      false
    }
  }

  // MARK: - Problems of members

  /// The problems that a receipt lists; `nil` where none is about the content.
  var problems: [Receipt.Problem]? {
    switch self {
    case .json(let problem): [Receipt.Problem(problem)]
    case .envelope(let defect):
      defect.field.map { [Receipt.Problem(champ: $0, code: defect.code, texte: defect.sentence)] }
    case .fields(let problems, _): problems
    case .senderUnknown, .senderNotAllowed, .typeUnknown, .versionUnknown, .relationContradicted,
      .referenceContradicted, .dossierUnknown, .neverOpened, .tooManyWaiting,
      .firstSignalIncomplete, .dossierAmbiguous, .eventUnknown, .eventAmbiguous, .eventOfOtherType,
      .mergerImpossible, .notMerged:
      nil
    }
  }

  /// The members that nobody knows, which may explain what is absent.
  var warnings: [Receipt.Warning] {
    guard case .fields(_, let warnings) = self else { return [] }
    return warnings
  }

  /// The most problems that the text of a receipt tells; the list has them all.
  private static let mostTold = 10

  /// The code of a receipt is as coarse as it always was; those of its problems are finer.
  private static func code(of problem: Receipt.Problem?) -> String {
    switch problem?.code {
    case FieldProblem.absent(nil).code: FieldProblem.absent(nil).code
    case FieldProblem.incomplete: FieldProblem.incomplete
    case _: "champ.invalide"
    }
  }

  private static func sentence(of problems: [Receipt.Problem]) -> String {
    guard problems.count > 1 else { return problems.first?.texte ?? "" }
    let count =
      problems.count < EventCheck.mostListed ? "\(problems.count)" : "Au moins \(problems.count)"
    let rest = problems.count > mostTold ? ["Les autres sont dans erreurs."] : []
    return (["\(count) erreurs."] + problems.prefix(mostTold).map(\.texte) + rest)
      .joined(separator: " ")
  }
}
