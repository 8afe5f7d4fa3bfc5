import Contracts
import LegalCalendar
import Vocabulary

// A person asks for the data that Amont keeps of it. The commission answers: it knows what may be
// shown, and masks what is another's (RGPD art. 12, 15). Intake watches the delay.
extension IntakeHandler {
  /// A stage of a request of access.
  func access(
    _ access: DonneesAcces, of dossier: Dossier, _ answer: ReceiptBuilder
  ) throws -> Decision {
    switch access.etape {
    case .demande: return try requestAccess(asked: access.date, dossier, answer)
    case .reponse:
      return Decision(
        deadlines: [.disarm(kind: Self.accessReply, household: dossier.household)])
    }
  }

  private func requestAccess(
    asked day: Day, _ dossier: Dossier, _ answer: ReceiptBuilder
  ) throws -> Decision {
    let deadline = try calendar.deadline(.rgpdAcces, origin: day, decidedBy: day)
    let notice = try toCommission(
      .accesARepondre, dossier,
      "Une personne du ménage demande ses données : remettez-lui ce qui la concerne, diagnostics "
        + "compris, et les lectures par catégorie de lecteurs. Masquez les données privées du "
        + "bailleur. Publiez la réponse (donnees.acces, etape reponse) avant l'échéance.",
      deadline.article, due: deadline.due, on: answer.day)
    return Decision(
      outgoing: [notice],
      deadlines: [
        .arm(
          kind: Self.accessReply, deadline: deadline, firesOn: deadline.firstLawfulDay,
          household: dossier.household)
      ])
  }
}
