import Contracts
import Vocabulary

// Which household an event is about.
extension IntakeHandler {
  /// What an event is about.
  struct Recognised {
    let references: References
    let placement: Territory.Placement?
    let match: Match
    /// Whether its dossier is not open yet, and it opens none.
    let isEarly: Bool
    /// What of it the dossier contradicts to which its references lead.
    let contradictions: [Contradiction]
  }

  /// - Parameter other: A dossier that it is not about, as a commission decided.
  func recognise(
    _ submission: Submission, _ answer: ReceiptBuilder, _ register: Register,
    apartFrom other: HouseholdID? = nil
  ) throws(Refusal) -> Recognised {
    let menage = submission.menage
    let opens = submission.event.kind.opensDossier
    let references = submission.references ?? references(of: menage)
    var match = try register.match(references, of: menage, opens: opens, apartFrom: other)
    var contradictions: [Contradiction] = []
    let placement = placement(
      of: menage.logement, on: submission.occurredOn,
      openedOn: match.dossier?.openedOn ?? answer.day)
    if let found = match.dossier {
      let home = register.home(of: found, references, sender: answer.sender)
      match.settle(home, in: register)
      contradictions = register.contradictions(
        to: submission, as: match, references, home: home)
    } else if !opens {
      if match.isAmbiguous { throw .dossierAmbiguous }
      guard submission.event.kind.mayWait, !references.recognising.isEmpty else {
        throw .dossierUnknown
      }
    } else {
      guard menage.locataires != nil, menage.logement != nil else { throw .firstSignalIncomplete }
    }
    return Recognised(
      references: references, placement: placement, match: match,
      isEarly: match.dossier == nil && !opens, contradictions: contradictions)
  }
}
