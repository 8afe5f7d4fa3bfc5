public import Contracts

/// Why an event is not accepted: a machine code, and a French sentence that says what to correct.
///
/// Neither ever holds a value from the event: a receipt travels, and may be read by others.
public enum Refusal: Error, Sendable, Hashable {
  case envelope(EnvelopeDefect)
  /// The broker account is in no directory of partners.
  case senderUnknown
  /// A partner of this kind does not publish this type.
  case senderNotAllowed
  case typeUnknown
  /// The event is known, not in this version.
  case versionUnknown
  /// The payload is no sound JSON.
  case json(JSONProblem)
  /// Members are absent, or hold what they cannot; the first one first, with members that are not
  /// known.
  case fields([Receipt.Problem], [Receipt.Warning])
  /// Nothing ties the account to the dossier that its event is about, and something speaks against
  /// it.
  case relationContradicted
  /// Persons or address contradict the dossier of the references, and nobody joined the event to
  /// it.
  case referenceContradicted
  case dossierUnknown
  /// The dossier that the event quotes was erased.
  case dossierErased
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

  public var code: String { declared.code }
  /// The French sentence.
  public var sentence: String { declared.sentence }
  /// Whether an operator must look, beside the refusal: something is wrong that the sender alone
  /// may not be able to mend.
  public var needsOperator: Bool { declared.needsOperator }
  /// The problems that a receipt lists; `nil` where none is about the content.
  var problems: [Receipt.Problem]? { declared.problems }

  /// What is declared of a refusal.
  private struct Declared {
    let code: String
    let sentence: String
    let needsOperator: Bool
    let problems: [Receipt.Problem]?

    init(
      _ code: Receipt.Code, _ sentence: String, needsOperator: Bool = false,
      problems: [Receipt.Problem]? = nil
    ) {
      (self.code, self.sentence) = (code.word, sentence)
      (self.needsOperator, self.problems) = (needsOperator, problems)
    }

    init(_ defect: EnvelopeDefect) {
      (code, sentence) = (defect.code, defect.sentence)
      needsOperator = defect.needsOperator
      problems = defect.field.map {
        [Receipt.Problem(champ: $0, code: defect.code, texte: defect.sentence)]
      }
    }

    init(_ problem: JSONProblem) {
      (code, sentence) = (problem.code, problem.sentence)
      needsOperator = problem.kind.needsOperator
      problems = [Receipt.Problem(problem)]
    }
  }

  // swift-format-ignore
  private var declared: Declared {
    switch self {
    case .envelope(let defect): Declared(defect)
    case .json(let problem): Declared(problem)
    case .fields(let problems, _): Declared(Self.code(of: problems.first), Self.sentence(of: problems), problems: problems)
    case .senderUnknown: Declared(.senderUnknown, "Votre compte n'est pas dans l'annuaire des partenaires : demandez votre inscription.", needsOperator: true)
    case .senderNotAllowed: Declared(.senderNotAllowed, "Un partenaire de votre catégorie ne publie pas ce type d'événement.")
    case .typeUnknown: Declared(.typeUnknown, "Ce type d'événement n'existe pas : vérifiez ce-type.")
    case .versionUnknown: Declared(.versionUnknown, "Cette version de l'événement n'est pas connue : publiez la version 1.", needsOperator: true)
    case .relationContradicted:
      Declared(.relationContradicted,
        "Rien ne relie votre compte à ce dossier, et ce qui est connu dit le contraire : joignez votre "
          + "propre référence (bail, commandement, rg, allocataire), ou menage.locataires et "
          + "menage.logement, si l'événement est bien de ce ménage.")
    case .referenceContradicted:
      Declared(.referenceContradicted,
        "Les personnes ou l'adresse ne sont pas celles du dossier que désignent vos références, et "
          + "la commission ne l'y a pas versé : corrigez les références, et publiez l'événement de nouveau.")
    case .dossierUnknown: Declared(.dossierUnknown, "Aucun dossier ne correspond : joignez une référence du ménage connue d'Amont.")
    case .dossierErased:
      Declared(.dossierErased,
        "Ce dossier a été effacé, au terme de sa conservation ou sur ordre : rien ne peut plus y être versé. Pour "
          + "un nouveau signalement, ne citez pas menage.dossier : un autre dossier s'ouvrira.")
    case .neverOpened:
      Declared(.dossierUnknown,
        "Aucun dossier ne s'est ouvert pour ce ménage dans le délai d'attente : vérifiez ses références, "
          + "et publiez l'événement de nouveau une fois le dossier ouvert.")
    case .tooManyWaiting:
      Declared(.dossierUnknown,
        "Aucun dossier ne correspond, et trop de vos événements attendent déjà le leur : vérifiez les "
          + "références des ménages, puis publiez l'événement de nouveau.")
    case .firstSignalIncomplete:
      Declared(.dossierUnknown, "Aucun dossier ne correspond à ces références : pour un premier signalement, joignez menage.locataires et menage.logement.")
    case .eventUnknown:
      Declared(.eventUnknown,
        "Aucun événement accepté de votre compte n'a cet identifiant (evenement) ; une préfecture ou "
          + "une CCAPEX qui rectifie pour un autre cite aussi menage.dossier.")
    case .eventAmbiguous:
      Declared(.eventAmbiguous, "Plusieurs de vos événements ont cet identifiant (evenement) : indiquez dans source le ce-source de celui à rectifier.")
    case .eventOfOtherType: Declared(.eventOfOtherType, "L'événement à rectifier est d'un autre type : indiquez dans type celui qu'il avait.")
    case .mergerImpossible:
      Declared(.mergerImpossible, "Ces dossiers ne peuvent être joints : l'un est déjà joint à un autre, ou c'est le même. Séparez-les d'abord.")
    case .notMerged: Declared(.notMerged, "Ce dossier (autre) n'est pas joint à celui que désigne menage.")
    case .dossierAmbiguous: Declared(.dossierAmbiguous, "Plusieurs dossiers peuvent correspondre : joignez une référence (menage.dossier, bail, rg).")
    }
  }

  // MARK: - Problems of members

  /// The members that nobody knows, which may explain what is absent.
  var warnings: [Receipt.Warning] {
    guard case .fields(_, let warnings) = self else { return [] }
    return warnings
  }

  /// The most problems that the text of a receipt tells; the list has them all.
  private static let mostTold = 10

  /// The code of a receipt is as coarse as it always was; those of its problems are finer.
  private static func code(of problem: Receipt.Problem?) -> Receipt.Code {
    switch problem?.code {
    case Receipt.Problem.Code.absent.word: .absentMember
    case Receipt.Problem.Code.householdUnnamed.word: .householdUnnamed
    case _: .invalidMember
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
