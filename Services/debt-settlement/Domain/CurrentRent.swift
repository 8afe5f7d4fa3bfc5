import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// What a household pays of its current housing cost.
public enum RentStanding: Sendable, Hashable {
  /// All that it owes itself: the rent is paid again.
  case full
  /// Half of it at least, aid deducted: the aid may still be kept (CCH R824-28, 2°).
  case half
  case less

  /// The same, as the organisme payeur reads it.
  var text: String {
    switch self {
    case .full: "la dépense courante est payée en entier"
    case .half: "la moitié au moins de la dépense courante, aide déduite, est payée"
    case .less: "moins de la moitié de la dépense courante, aide déduite, est payée"
    }
  }
}

// The one meaning of a rent that is paid: rent and charges of the month, without the aid that the
// landlord receives.

extension SettlementFile {
  /// What the household itself owes for a month; `nil` while no décompte is known.
  private var monthlyDue: Cents? {
    claim.map { aid.isThirdParty == true ? net(of: $0) : $0.rent + $0.charges }
  }

  private func net(of claim: Claim) -> Cents {
    max(claim.rent + claim.charges - (aid.amount ?? .zero), .zero)
  }

  /// What was paid for the month of a day, up to another day.
  private func paid(forMonthOf term: Day, by limit: Day) -> Cents {
    rents.filter { $0.terme.isInMonth(of: term) && $0.date <= limit }
      .reduce(.zero) { $0 + $1.montant }
  }

  /// Whether the rent that was due that day was paid by the other.
  func isRentPaid(dueOn term: Day, by limit: Day) -> Bool {
    let paid = paid(forMonthOf: term, by: limit)
    return monthlyDue.map { paid >= $0 } ?? (paid > .zero)
  }

  /// What is paid of the current rent, by what the landlord told of payments: for this month or, as
  /// long as it is not paid, for the one before. `nil` where no payment was ever told.
  public func rentStanding(on day: Day) -> RentStanding? {
    guard !rents.isEmpty, let claim else { return nil }
    let month = [day, day.adding(months: -1) ?? day]
    if month.contains(where: { isRentPaid(dueOn: $0, by: day) }) { return .full }
    let net = net(of: claim).value
    return month.contains { paid(forMonthOf: $0, by: day).value >= net - net / 2 } ? .half : .less
  }

  /// Whether the full current rent is paid again: by the payments, else by the last diagnosis.
  public func isRentResumed(on day: Day) -> Bool? {
    rentStanding(on: day).map { $0 == .full } ?? means?.isRentPaidAgain
  }
}

extension Day {
  fileprivate func isInMonth(of other: Day) -> Bool {
    let (one, that) = (components, other.components)
    return one.year == that.year && one.month == that.month
  }
}

extension SettlementContext {
  /// The landlord received a rent. Said twice, it is one payment. What was told unpaid and is paid
  /// in time breaks nothing, also where that is told late.
  mutating func receive(_ paid: ApurementLoyer) throws {
    guard paid.montant > .zero, !file.rents.contains(paid),
      file.rents.count < SettlementFile.mostPayments
    else { return }
    file.rents.append(paid)
    guard let schedule = file.schedule, isUnpaidRentPaid(of: schedule) else { return }
    switch schedule.stage {
    case .inForce, .replaced:
      file.schedule?.rentDue = nil
      disarm(.rent)
    case .broken: try repair(schedule)
    case .completed, .frozen, .stopped: return
    }
  }

  /// Whether the rent that was told unpaid was paid before it breaks the schedule.
  func isUnpaidRentPaid(of schedule: Schedule) -> Bool {
    guard let due = schedule.rentDue else { return false }
    return file.isRentPaid(dueOn: due, by: due.adding(days: rules.charter.graceDays))
  }
}

// What the landlord says was not paid.

extension SettlementContext {
  /// A current rent that is not paid ends the judge's suspension (loi 89-462 art. 24 V, VII) and
  /// breaks a plan or a protocol, whose condition it is. An instalment is watched on its own day
  /// already.
  mutating func receive(_ incident: ApurementIncident) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce || schedule.stage == .replaced,
      incident.date >= schedule.startedOn
    else { return try protocolNotKept(since: incident.date) }
    guard incident.echeance == nil, schedule.rentDue == nil,
      !file.isRentPaid(
        dueOn: incident.date, by: incident.date.adding(days: rules.charter.graceDays))
    else { return }
    file.schedule?.rentDue = incident.date
    let due = incident.date.adding(days: rules.charter.graceDays)
    arm(
      .rent,
      Deadline(
        origin: incident.date, rule: Self.rule(of: schedule),
        article: article(of: schedule), delay: "\(rules.charter.graceDays) jours",
        raw: incident.date, due: due, reason: "tolérance de la Charte"))
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .echeanceImpayee, to: kind,
        "Le loyer courant n'est pas payé : il doit l'être avant la date limite pour que l'échéancier"
          + " tienne." + riskOfDefault, article: article(of: schedule), due: due)
    }
  }

  mutating func rentUnpaid() throws {
    guard let schedule = file.schedule, let day = schedule.rentDue else { return }
    switch schedule.stage {
    case .inForce:
      try breakSchedule(
        schedule, .rent, dueOn: day,
        "Le loyer courant du \(day) n'est pas payé : l'échéancier est rompu.")
    case .replaced:
      try breakSchedule(
        schedule, .rent, dueOn: day,
        "Le loyer courant du \(day) n'est pas payé : la suspension de la clause prend fin.")
    case .broken, .completed, .frozen, .stopped: return
    }
  }
}
