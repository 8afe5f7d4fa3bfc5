import Contracts
import LegalCalendar
import Vocabulary

// What the landlord says was not paid.

extension SettlementWork {
  /// A current rent that is not paid ends the judge's suspension (loi 89-462 art. 24 V, VII) and breaks
  /// a plan or a protocol, whose condition it is. An instalment is watched on its own day already.
  mutating func receive(_ incident: ApurementIncident) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce || schedule.stage == .replaced,
      incident.date >= schedule.startedOn
    else { return try protocolNotKept(since: incident.date) }
    guard incident.echeance == nil, schedule.rentDue == nil else { return }
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
        .echeanceImpayee, to: .kind(kind),
        "Le loyer courant n'est pas payé : il doit l'être avant la date limite pour que l'échéancier"
          + " tienne.", article: article(of: schedule), due: due)
    }
  }

  mutating func rentUnpaid() throws {
    guard let schedule = file.schedule, let day = schedule.rentDue else { return }
    switch schedule.stage {
    case .inForce:
      try breakSchedule(
        schedule, at: nextUnpaid ?? schedule.count, unpaidOn: day,
        "Le loyer courant du \(day) n'est pas payé : l'échéancier est rompu.")
    case .replaced:
      try breakSchedule(
        schedule, at: nextUnpaid ?? schedule.count, unpaidOn: day,
        "Le loyer courant du \(day) n'est pas payé : la suspension de la clause prend fin.")
    case .broken, .completed, .frozen, .stopped: return
    }
  }
}
