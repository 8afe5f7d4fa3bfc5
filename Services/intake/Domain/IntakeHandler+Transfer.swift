import Contracts
import LegalCalendar
import Vocabulary

// A household of another département. Its dossier stays followed here until the other commission
// says that it has it: nobody is lost on the way.
extension IntakeHandler {
  /// A stage of a transfer, as the commission tells it.
  func transfer(
    _ transfer: DossierTransfert, of dossier: Dossier, _ answer: ReceiptBuilder
  ) throws -> Decision {
    let watch = DeadlineChange.disarm(
      kind: Self.transferReceipt, household: dossier.household)
    switch transfer.etape {
    case .propose:
      var decision = try proposeTransfer(
        of: dossier, to: transfer.departement, isDecided: true, on: answer.day)
      decision.outgoing += try send(dossier, to: transfer.departement, on: answer.day)
      return decision
    case .recu:
      // A receipt of what was not proposed moves nothing, and a person looks.
      guard dossier.transferTo == transfer.departement else {
        return try notProposed(transfer, of: dossier, answer)
      }
      // The saga closes it: the event goes there. Nobody else tells the household who follows it.
      let notice = Notice(
        .procedureClose, dossier: dossier.household,
        texte: "Votre dossier est désormais suivi par la commission du département "
          + "\(transfer.departement) : c'est elle qui vous répond.", article: Self.routeArticle)
      return Decision(
        outgoing: try ([.menage] + (dossier.hasMandataire ? [.mandataire] : [])).map {
          try .notice(notice, to: .kind($0), on: answer.day)
        }, deadlines: [watch])
    case .refuse:
      return Decision(
        outgoing: [
          try toCommission(
            .transfertEnRetard, dossier,
            "L'autre département refuse le transfert : le dossier reste suivi ici.",
            Self.routeArticle, departement: transfer.departement, on: answer.day)
        ], deadlines: [watch])
    }
  }

  private func notProposed(
    _ transfer: DossierTransfert, of dossier: Dossier, _ answer: ReceiptBuilder
  ) throws -> Decision {
    Decision(
      outgoing: [
        try toCommission(
          .transfertEnRetard, dossier,
          "Un accusé de réception nomme un département auquel ce dossier n'est pas proposé : "
            + "vérifiez-le. Le dossier reste suivi ici.", Self.routeArticle,
          departement: transfer.departement, on: answer.day)
      ])
  }

  /// Proposes a dossier to the commission of another département, and watches for its receipt.
  func proposeTransfer(
    of dossier: Dossier, to departement: String, isDecided: Bool = false, on day: Day
  ) throws -> Decision {
    let hasAccount = partners.account(ofCommissionOf: departement) != nil
    let deadline = try receipt(from: departement, since: day, dossier)
    let notice = try toCommission(
      .transfertPropose, dossier,
      "Ce dossier relève d'un autre département : "
        + Self.whatToDo(hasAccount: hasAccount, isDecided: isDecided),
      Self.routeArticle, due: deadline.due, departement: departement, on: day)
    return Decision(
      outgoing: [notice], deadlines: [watch(deadline, of: dossier)])
  }

  private static func whatToDo(hasAccount: Bool, isDecided: Bool) -> String {
    switch (hasAccount, isDecided) {
    case (true, true): "il est transmis à sa CCAPEX, dont l'accusé de réception est attendu."
    case (true, false): "pour le transmettre à sa CCAPEX, publiez dossier.transfert (propose)."
    case (false, _):
      "transmettez-le à sa CCAPEX et publiez son accusé de réception (dossier.transfert, etape recu)."
    }
  }

  private func watch(_ deadline: Deadline, of dossier: Dossier) -> DeadlineChange {
    .arm(
      kind: Self.transferReceipt, deadline: deadline, firesOn: deadline.firstLawfulDay,
      household: dossier.household)
  }

  /// No receipt has come: both commissions are reminded, and the receipt is watched again. Which
  /// département it is stands in the deadline.
  func remindOfTransfer(
    of dossier: Dossier, _ missed: Deadline, on day: Day
  ) throws -> Decision {
    // Deadlines of before this release do not say it.
    let departement =
      missed.reason.hasPrefix(Self.transferTowards)
      ? String(missed.reason.dropFirst(Self.transferTowards.count)) : dossier.transferTo
    var reminders = [
      try toCommission(
        .transfertEnRetard, dossier,
        "L'autre département n'a pas accusé réception du transfert : relancez-le. Le dossier "
          + "reste suivi ici.", missed.article, departement: departement, on: day)
    ]
    if let departement, let account = partners.account(ofCommissionOf: departement) {
      var notice = Notice(
        .transfertEnRetard, dossier: dossier.household,
        texte: "Votre accusé de réception de ce transfert est attendu : publiez-le, ou votre refus "
          + "(dossier.transfert).", article: missed.article)
      notice.departement = territory.departement
      reminders.append(try .notice(notice, to: .user(account), on: day))
    }
    return Decision(
      outgoing: reminders,
      deadlines: [watch(try receipt(from: departement ?? "", since: day, dossier), of: dossier)])
  }

  /// The delay in which the other commission answers.
  private func receipt(
    from departement: String, since day: Day, _ dossier: Dossier
  ) throws -> Deadline {
    let usual = try calendar.deadline(
      origin: day, delay: .days(charters[dossier.openedOn].transferDays), rule: "TRANSFERT.accuse",
      article: Self.routeArticle + " ; Charte de prévention de l'expulsion")
    return Deadline(
      origin: usual.origin, rule: usual.rule, article: usual.article, delay: usual.delay,
      raw: usual.raw, due: usual.due, reason: Self.transferTowards + departement)
  }

  private static let transferTowards = "transfert vers "

  /// What the commission of the other département needs, and no more: who lives where, how far the
  /// procedure has come, and what its receipt is to quote. By its own account, where it has one;
  /// the commission here decided it.
  private func send(
    _ dossier: Dossier, to departement: String, on day: Day
  ) throws -> [Outgoing] {
    guard let account = partners.account(ofCommissionOf: departement) else { return [] }
    var notice = Notice(
      .transfertARecevoir, dossier: dossier.household,
      texte:
        "Ce ménage relève de votre département : ouvrez son dossier chez vous, et publiez votre "
        + "accusé de réception ou votre refus (dossier.transfert).", article: Self.routeArticle,
      menage: Identification(
        dossier: dossier.household, locataires: dossier.tenants, logement: dossier.dwelling))
    notice.departement = territory.departement
    notice.stade = dossier.danger?.stage
    return [try .notice(notice, to: .user(account), on: day)]
  }

  /// Whether a commission of another département may say that: it answers for itself only, and
  /// proposes nothing here.
  func mayAnswer(_ event: PartnerEvent, _ account: String, _ kind: PartnerKind) -> Bool {
    guard kind == .autreCCAPEX else { return true }
    func isItsOwn(_ departement: String) -> Bool {
      partners.account(ofCommissionOf: departement) == account
    }
    if case .dossierTransfert(let transfer) = event {
      return transfer.etape != .propose && isItsOwn(transfer.departement)
    }
    if case .dossierAccueil(let transfer) = event { return isItsOwn(transfer.departement) }
    return true
  }
}
