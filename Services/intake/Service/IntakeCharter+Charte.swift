import Charte
import IntakeDomain
import LegalCalendar
import Vocabulary

extension IntakeCharter {
  /// What a version of the Charte fixes at the door.
  ///
  /// - Parameter charte: Its file: the arrêté of the day of the act counts (loi 89-462 art. 24 I),
  ///   so the thresholds are those of all versions.
  init(_ version: CharteVersion, of charte: DepartementCharte) {
    self.init()
    thresholds = charte.versions.enumerated().map { place, version in
      Threshold(
        from: place == 0 ? LegalCalendar.span.lowerBound : version.since,
        months: version[CountParameter.signalMonths], rents: version[CountParameter.signalRents])
    }
    addressDelay = version[DelayParameter.unknownAddress]
    transferDays = version[CountParameter.transferReceipt]
    waitingDays = version[CountParameter.waiting]
    examinationDays = version[CountParameter.examination]
    examinationReminderDays = version[CountParameter.examinationReminder]
    complexRents = version[CountParameter.complexRents]
    protectionIsComplex = version[SwitchParameter.protection]
    policeAidIsUrgent = version[SwitchParameter.policeAidAsked]
    urgentHearingDays = version[CountParameter.urgentHearing]
    urgentNoticeDays = version[CountParameter.urgentNotice]
    urgencies = version[ScaleParameter.urgency]
    solvabilities = version[ScaleParameter.solvability]
    protectedWeight = version[CountParameter.protectedWeight]
    privateWeight = version[CountParameter.privateWeight]
    commissions = Commissions(version.bodies)
  }
}

extension Commissions {
  /// The commissions of a version, a sub-commission before its CCAPEX locale.
  fileprivate init(_ bodies: Bodies) {
    self.init(
      (bodies.commissions + bodies.locals).flatMap { commission in
        commission.communes.map {
          Membership($0.insee, in: commission.body.code, during: $0.period)
        }
      })
  }
}
