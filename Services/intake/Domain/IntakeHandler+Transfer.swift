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
      return try proposeTransfer(of: dossier, to: transfer.departement, on: answer.day)
    case .recu:
      // The saga closes it: the event goes there.
      return Decision(deadlines: [watch])
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

  /// Proposes a dossier to the commission of another département, and watches for its receipt.
  func proposeTransfer(
    of dossier: Dossier, to departement: String, on day: Day
  ) throws -> Decision {
    let deadline = try calendar.deadline(
      origin: day, delay: .days(charters[dossier.openedOn].transferDays),
      rule: "TRANSFERT.accuse",
      article: Self.routeArticle)
    let notice = try toCommission(
      .transfertPropose, dossier,
      "Ce dossier relève d'un autre département : transmettez-le à sa CCAPEX et publiez son accusé "
        + "de réception (dossier.transfert, etape recu).", Self.routeArticle, due: deadline.due,
      departement: departement, on: day)
    return Decision(
      outgoing: [notice],
      deadlines: [
        .arm(
          kind: Self.transferReceipt, deadline: deadline, firesOn: deadline.firstLawfulDay,
          household: dossier.household)
      ])
  }
}
