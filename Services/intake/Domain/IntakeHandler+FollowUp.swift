import Contracts
import LegalCalendar
import Vocabulary

// What the commission hears, and what is awaited: an address to be checked by hand, the receipt of
// another département.
extension IntakeHandler {
  /// What follows for the commission from one accepted event.
  func followUp(
    _ contribution: Contribution, _ dossier: Dossier, before: Dossier?, _ recognised: Recognised,
    _ answer: ReceiptBuilder
  ) throws -> Decision {
    var followUp = try followUp(dossier, before: before, answer)
    if let event = contribution.event, let signal = event.opening {
      let rank = assessment(of: dossier).rank(signal, of: dossier, on: answer.day)
      followUp.outgoing.insert(try announcement(dossier, contribution.kind, rank, answer), at: 0)
    }
    if before == nil, let gap = recognised.placement?.gap {
      followUp.outgoing.append(
        try toCommission(
          .tableAMettreAJour, dossier, gap, Self.centralArticle, on: answer.day))
    }
    // Whichever of two addresses came first, the commission hears that one lies elsewhere.
    if recognised.placement == .elsewhere, let insee = contribution.menage.logement?.insee,
      before.map({ $0.dwelling?.insee != insee }) ?? true
    {
      followUp += try proposeTransfer(
        of: dossier, to: Departement.of(insee: insee), on: answer.day)
    }
    if case .dossierTransfert(let transfer) = contribution.event {
      followUp += try self.transfer(transfer, of: dossier, answer)
    }
    if case .donneesAcces(let access) = contribution.event {
      followUp += try self.access(access, of: dossier, answer)
    }
    return followUp
  }

  /// What follows for the commission from a dossier that is no longer what it was.
  func followUp(_ dossier: Dossier, before: Dossier?, _ answer: ReceiptBuilder) throws -> Decision {
    var followUp = Decision()
    if let before, !before.isWithdrawn,
      before.commission != dossier.commission || dossier.isWithdrawn
    {
      followUp.outgoing += try farewell(before, answer)
      if !dossier.isWithdrawn {
        followUp.outgoing.append(
          try toCommission(
            .signalementRecu, dossier,
            "Ce dossier relève désormais de votre commission.", Self.routeArticle,
            on: answer.day))
      }
    }
    let wasUnplaced = before.map { $0.isUnplaced(in: territory) } ?? false
    let isUnplaced = dossier.isUnplaced(in: territory)
    if isUnplaced, !wasUnplaced { followUp += try askForAddress(dossier, answer) }
    if wasUnplaced, !isUnplaced {
      followUp.deadlines.append(.disarm(kind: Self.addressCheck, household: dossier.household))
    }
    return followUp
  }

  /// Tells the commission that a dossier is no longer its own.
  func farewell(_ dossier: Dossier, _ answer: ReceiptBuilder) throws -> [Outgoing] {
    var notice = Notice(
      .avisSansObjet, dossier: dossier.household,
      texte: "Ce dossier ne relève plus de votre commission : n'y donnez pas suite et n'en gardez "
        + "pas copie.", article: Self.routeArticle)
    notice.annule = .signalementRecu
    notice.commission = dossier.commission
    return [try .notice(notice, to: .kind(.ccapex), on: answer.day)]
  }

  /// Announces an accepted signal to its commission. It holds no name: the dossier's reference says
  /// which household.
  private func announcement(
    _ dossier: Dossier, _ kind: EventKind, _ rank: Assessment.Rank, _ answer: ReceiptBuilder
  ) throws -> Outgoing {
    var text =
      dossier.reachesThreshold == false
      ? "Signalement sous le seuil de l'arrêté : à garder comme simple information, avec un contact "
        + "léger."
      : "Signalement reçu (\(kind.rawValue)). La priorité ordonne la file ; la commission décide."
    if answer.warnings.contains(where: { $0.code == Receipt.Warning.Code.unusualAmount.word }) {
      text += " Un montant est invraisemblable : vérifiez-le auprès de l'expéditeur."
    }
    var notice = Notice(
      .signalementRecu, dossier: dossier.household, texte: text, article: Self.routeArticle)
    notice.commission = dossier.commission
    notice.instance = rank.body
    notice.priorite = rank.score
    return try .notice(notice, to: .kind(.ccapex), on: answer.day)
  }

  func toCommission(
    _ code: Notice.Code, _ dossier: Dossier, _ text: String, _ article: String, due: Day? = nil,
    menage: Identification? = nil, departement: String? = nil, other: HouseholdID? = nil,
    on day: Day
  ) throws -> Outgoing {
    var notice = Notice(
      code, dossier: dossier.household, texte: text, article: article, echeance: due,
      menage: menage)
    notice.commission = dossier.commission
    notice.departement = departement
    notice.autre = other
    return try .notice(notice, to: .kind(.ccapex), on: day)
  }

  // MARK: - Addresses

  /// Asks for an address to be checked by hand: its commune is in no table.
  private func askForAddress(_ dossier: Dossier, _ answer: ReceiptBuilder) throws -> Decision {
    let deadline = try calendar.deadline(
      origin: answer.day, delay: charters[dossier.openedOn].addressDelay,
      rule: "ADRESSE.verification", article: Self.addressArticle)
    let notice = try toCommission(
      .adresseAVerifier, dossier,
      "La commune du logement n'est pas dans la table : vérifiez l'adresse et publiez une "
        + "rectification avant l'échéance.", Self.addressArticle, due: deadline.due,
      menage: Identification(dossier: dossier.household, logement: dossier.dwelling),
      on: answer.day)
    return Decision(
      outgoing: [notice],
      deadlines: [
        .arm(
          kind: Self.addressCheck, deadline: deadline, firesOn: deadline.firstLawfulDay,
          household: dossier.household)
      ])
  }

  // MARK: - Deadlines

  /// The kinds of intake's own deadlines.
  static let ownDeadlines = dossierDeadlines + [waitingEnd, examinationEnd]
  static let dossierDeadlines = [addressCheck, transferReceipt, accessReply]
  static let addressCheck = "adresse-a-verifier"
  static let transferReceipt = "transfert-a-confirmer"
  static let accessReply = "acces-a-repondre"

  /// A delay of intake's own has passed: the commission is reminded, nothing is decided; the sender
  /// of an event that waited in vain is answered.
  func expire(_ message: Message, on day: Day, _ register: inout Register) -> Decision {
    guard let household = message.household,
      let fired = try? Wire.decode(DeadlineFired.self, from: message.data)
    else { return .quarantine("échéance illisible") }
    if fired.kind == Self.waitingEnd {
      return (try? endWaiting(household, on: day, &register))
        ?? .quarantine("reponse impossible")
    }
    if fired.kind == Self.examinationEnd {
      return (try? endExamination(household, on: day, &register))
        ?? .quarantine("reponse impossible")
    }
    return remind(fired, of: household, on: day, register)
  }

  private func remind(
    _ fired: DeadlineFired, of household: HouseholdID, on day: Day, _ register: Register
  ) -> Decision {
    guard let dossier = register.view(of: register.root(of: household)) else {
      return .quarantine("échéance illisible")
    }
    let reminder: Decision? =
      switch fired.kind {
      case Self.addressCheck:
        try? Decision(outgoing: [
          toCommission(
            .adresseEnRetard, dossier,
            "L'adresse de ce dossier n'a pas été vérifiée dans le délai : publiez une rectification.",
            fired.deadline.article, on: day)
        ])
      case Self.transferReceipt: try? remindOfTransfer(of: dossier, fired.deadline, on: day)
      case Self.accessReply:
        try? Decision(outgoing: [
          toCommission(
            .accesEnRetard, dossier,
            "La demande d'accès à ses données n'a pas reçu de réponse dans le délai : répondez à la "
              + "personne, et publiez la réponse.", fired.deadline.article, on: day)
        ])
      default: nil
      }
    return reminder ?? .quarantine("échéance inconnue")
  }

  static let routeArticle = "instruction du 22 mars 2017, 1.2"
  private static let centralArticle = "instruction du 22 mars 2017, 1.2.1"
  private static let addressArticle = "Charte de prévention de l'expulsion"
}

extension Dossier {
  /// Whether its dwelling has an address of the département whose commune is in no table.
  fileprivate func isUnplaced(in territory: Territory) -> Bool {
    guard commune == nil, let insee = dwelling?.insee else { return false }
    return territory.isOwn(insee)
  }
}

extension Territory.Placement {
  /// What the table of the sub-commissions lacks; `nil` where it lacks nothing. A code of the
  /// département that is in no table is a mistake or a commune younger than the table.
  fileprivate var gap: String? {
    switch self {
    case .here(_, commission: Territory.central):
      "La commune de ce dossier n'est dans aucune sous-commission : la CCAPEX centrale le suit. "
        + "Mettez à jour la table des sous-commissions."
    case .unknown:
      "Le code de la commune n'est dans aucune table : la CCAPEX centrale suit le dossier. Si la "
        + "commune est nouvelle, mettez à jour la table des sous-commissions."
    case .here, .elsewhere: nil
    }
  }
}

extension Decision {
  /// Adds what follows from another decision on the same message.
  static func += (left: inout Decision, right: Decision) {
    left.outgoing += right.outgoing
    left.deadlines += right.deadlines
  }
}
