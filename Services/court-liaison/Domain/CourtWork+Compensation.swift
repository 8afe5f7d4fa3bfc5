import Contracts
import LegalCalendar
import Vocabulary

// The landlord's claim for an indemnity (CPCE L153-1; R154-1 and following since 7 Nov. 2025).

extension CourtWork {
  mutating func receive(_ act: IndemnisationDemande, from sender: String) throws {
    switch try enter(
      .compensationClaim(act.montant), on: act.date, from: sender, merge: { $1 })
    {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    let silence = try rules.calendar.deadline(
      .indemnSilence, origin: act.date, decidedBy: act.date)
    arm(.compensationSilence, silence)
    try report(
      .compensationClaimed, on: act.date, "Le bailleur demande une indemnité à l'État.",
      article: silence.article, until: silence.due)
    try tell(
      .indemnite, to: .kind(.prefecture),
      "Une demande d'indemnité est reçue : répondez avant la fin des deux mois, le silence vaut rejet."
        + (file.liabilities.isEmpty ? " Aucune période de responsabilité n'est connue." : ""),
      article: silence.article, due: silence.due, amount: forecast)
  }

  /// What is foreseen for all the periods up to today, where the rent is known.
  private var forecast: Cents? {
    file.monthly.map { monthly in
      file.liabilities.reduce(.zero) { $0 + $1.forecast(monthly: monthly, on: today) }
    }
  }

  mutating func receive(_ act: IndemnisationDecision, from sender: String) throws {
    let content = ActContent.compensationDecision(isGranted: act.accord, amount: act.montant)
    switch try enter(content, on: act.date, from: sender, merge: { $1 }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    disarm(.compensationSilence)
    try report(
      .compensationDecided, on: act.date,
      act.accord ? "L'État indemnise le bailleur." : "L'État refuse l'indemnité.",
      article: Basis.decreeLiability)
    if !act.accord { try tellRecourse(from: act.date, "La demande d'indemnité est refusée") }
  }

  /// Two months of silence reject the claim.
  mutating func compensationSilent(_ expired: Deadline) throws {
    let isAnswered = file.day(of: .compensationDecision).map { $0 >= expired.origin } ?? false
    guard file.day(of: .compensationClaim) == expired.origin, !isAnswered,
      case .current = try enter(
        .compensationSilence, on: expired.due, from: "amont", merge: { known, _ in known })
    else { return }
    try report(
      .compensationDecided, on: expired.due,
      "Deux mois de silence rejettent la demande d'indemnité.", article: expired.article)
    try tellRecourse(
      from: expired.due, "Deux mois de silence valent rejet de la demande d'indemnité")
  }

  /// The claimant may go to the administrative tribunal for two months, délai franc (CJA R421-1).
  private mutating func tellRecourse(from day: Day, _ text: String) throws {
    guard let index = file.latest(.compensationClaim) else { return }
    let limit = try rules.calendar.deadline(.recoursTA, origin: day, decidedBy: day)
    try tell(
      .indemnite, to: .user(file.acts[index].sender),
      text + " : le tribunal administratif peut être saisi.", article: limit.article,
      due: limit.due)
  }
}
