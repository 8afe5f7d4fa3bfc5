import Contracts
import LegalCalendar
import Vocabulary

// A refused concours is examined again, as long as it stays refused.

extension CourtWork {
  /// The most examinations of one refusal: three years of months.
  private static var mostReviewMonths: Int { 36 }

  mutating func armReview(after day: Day) throws {
    arm(
      .policeAidReview,
      try rules.calendar.deadline(
        origin: day, delay: .months(rules.charter.reviewMonths), rule: "CFP.reexamen",
        article: Basis.policeAidReview))
  }

  /// The circumstances that justified the refusal may be over, and the indemnity runs.
  mutating func reviewPoliceAid(_ expired: Deadline) throws {
    guard !file.isVacated, let index = file.latest(.policeAidDecision),
      case .policeAidDecision(false, _, _) = file.acts[index].content,
      let last = file.acts[index].date.adding(months: Self.mostReviewMonths), expired.due <= last
    else { return }
    let liability = file.liabilities.last { $0.endsOn == nil }
    let amount = liability.flatMap { liability in
      file.monthly.map { liability.forecast(monthly: $0, on: today) }
    }
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      "Réexaminez le refus du concours : relogement ou hébergement, circonstances du ménage"
        + (amount == nil ? "." : ", indemnité prévisible à ce jour."),
      article: Basis.execution, amount: amount)
    try armReview(after: expired.due)
  }

  /// A late grant that is not used within its fortnight leaves the State liable.
  mutating func policeAidUnused(_ expired: Deadline) throws {
    guard !file.isVacated, file.day(of: .policeAidDecision) == expired.origin else { return }
    file.unusedGrantOn = expired.origin
    try tell(
      .indemnite, to: .kind(.prefecture),
      "Le concours accordé n'est pas employé dans les quinze jours : la responsabilité de l'État court"
        + " jusqu'à son emploi, sauf faute du propriétaire ou de l'huissier.",
      article: expired.article, amount: file.monthly)
  }

  /// From when the State is liable, and what a month may cost.
  mutating func tellLiability(refusedOn day: Day) throws {
    guard let liability = try liabilities().last, liability.refusedOn == day else { return }
    let article =
      liability.regime == .decree ? Basis.decreeLiability : Basis.liability
    try tell(
      .indemnite, to: .kind(.prefecture),
      "Le refus du concours engage la responsabilité de l'État à partir du \(liability.startsOn) : un"
        + " mois de loyer et de charges est prévisible pour chaque mois.",
      article: article, amount: file.monthly)
  }
}
