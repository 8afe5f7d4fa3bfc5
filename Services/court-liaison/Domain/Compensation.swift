import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// What the State may owe a landlord whom it refuses the concours de la force publique, in cents
/// (CPCE L153-1, R154-7): the rent and the charges lost, day by day.
public enum Indemnity {
  /// The most days that one forecast counts: a hundred years.
  public static let mostDays = 36_600

  /// What is lost from `start` to the day before `end`.
  ///
  /// A whole month is worth its rent; a part of a month, as many of its days. What the household
  /// paid meanwhile is taken off, and nothing is ever owed by the landlord.
  ///
  /// - Parameters:
  ///   - monthly: Rent and recoverable charges of a month.
  ///   - paid: What was paid for the whole period.
  ///   - suspended: Days that do not count, such as those of a protocole de cohésion sociale.
  public static func forecast(
    monthly: Cents, paid: Cents = .zero, from start: Day, until end: Day,
    suspended: [ClosedRange<Day>] = []
  ) -> Cents {
    let last = min(end, start.adding(days: mostDays))
    var lost = Cents.zero
    var day = start
    while day < last {
      let (year, month, quantieme) = day.components
      let length = Day.length(ofMonth: month, year: year)
      let next = min(last, day.adding(days: length - quantieme + 1))
      let counted = (day.ordinal..<next.ordinal).count { ordinal in
        !suspended.contains { $0.contains(Day(ordinal: ordinal)) }
      }
      lost = lost + part(monthly, counted, of: length)
      day = next
    }
    return max(.zero, lost - paid)
  }

  /// So many days of a month, to the nearest cent.
  private static func part(_ monthly: Cents, _ days: Int, of length: Int) -> Cents {
    guard days < length else { return monthly }
    let (product, overflow) = monthly.value.multipliedReportingOverflow(by: days)
    return overflow ? monthly : Cents((product + length / 2) / length)
  }
}

// The landlord's claim for an indemnity (CPCE L153-1; R154-1 and following since 7 Nov. 2025).

extension CourtContext {
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
      .indemnite, to: .prefecture,
      "Une demande d'indemnité est reçue : répondez avant la fin des deux mois, le silence vaut rejet."
        + (file.liabilities.isEmpty ? " Aucune période de responsabilité n'est connue." : ""),
      article: silence.article, due: silence.due, amount: forecast)
  }

  /// What is foreseen for all the periods up to today, where the rent is known.
  private var forecast: Cents? {
    file.monthly.map { monthly in
      file.liabilities.reduce(.zero) {
        $0 + $1.forecast(monthly: monthly, paid: paid(during: $1), on: today)
      }
    }
  }

  /// What was paid for the months of a period, whenever it was.
  private func paid(during period: Liability) -> Cents {
    file.payments.filter {
      $0.terme >= period.startsOn && $0.terme < period.endsOn ?? $0.terme.adding(days: 1)
    }.reduce(.zero) { $0 + $1.montant }
  }

  /// A rent or the indemnity that stands for it was paid: the State owes the less. Said twice, it
  /// is one payment.
  mutating func receive(_ paid: ApurementLoyer) {
    guard !file.payments.contains(paid), file.payments.count < CourtFile.mostPayments else {
      return
    }
    file.payments.append(paid)
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
      article: CourtBasis.decreeLiability)
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
