import Contracts
import LegalCalendar
import Vocabulary

// What the saga asks of the services, and what it says with it.

extension DossierDecision {
  mutating func ask(_ order: Order, because basis: LegalBasis, _ event: SagaEvent) throws {
    let happened = event.trigger.frenchName
    var because =
      happened.prefix(1).uppercased() + happened.dropFirst() + " (\(basis.citation))."
    if order == .tellCourtOfMeasures { because = measures }
    if order == .askCourtForTime {
      guard !dossier.situation.circumstances.contains(.timeAsked) else { return }
      dossier.situation.circumstances.insert(.timeAsked)
    }
    let said = honest(order)
    try send(
      Command(
        said, on: today, hearing: hearing(for: order), until: stillAhead(until(for: order), order),
        count: order == .keepScheduleAlive ? dossier.days.instalments : nil, because: because),
      basis)
  }

  /// A day that is past is told to nobody; the first instalment of a schedule is no limit.
  private func stillAhead(_ day: Day?, _ order: Order) -> Day? {
    guard let day, order != .keepScheduleAlive, day < today else { return day }
    return order == .raiseRehousingPriority ? today : nil
  }

  /// A bar is never told of what only obliges, whatever an older version of the tables says.
  private func honest(_ order: Order) -> Order {
    let bars = dossier.situation.circumstances.intersection(Circumstances.bars)
    return order == .tellPrefetProtection && bars.isEmpty ? .tellPrefetObligation : order
  }

  /// Sends a command once a decision.
  mutating func send(_ command: Command, _ basis: LegalBasis? = nil) throws {
    guard asked.insert(command.order).inserted else { return }
    decision.outgoing.append(try .command(command, for: household))
    write(
      .order, on: today,
      "Nous " + command.order.frenchName + " (\(command.order.service.rawValue)).",
      basis?.citation)
  }

  /// A hearing matters while it is ahead.
  private func hearing(for order: Order) -> Day? {
    switch order {
    case .prepareDSF, .updateDSF, .informTenantOfHearing, .tellCourtOfMeasures:
      return dossier.days.hearing
    case .informHousehold, .proposeInterview, .escalateContact, .openSettlement,
      .openUrgentSettlement,
      .tellDebtCleared, .reachHousehold,
      .openRehousing, .raiseRehousingPriority, .askCourtForTime, .askForReview,
      .proposeClosure:
      guard let hearing = dossier.days.hearing, hearing >= today else { return nil }
      return hearing
    case .stopContact, .followUp, .keepScheduleAlive, .stopSettlement, .openAccommodation,
      .stopRehousing,
      .tellPrefetProtection, .tellPrefetObligation, .tellPrefetDALO, .tellPrefetIrregularEviction,
      .recordPostMortem,
      .closeCourtFile, .tellPrematureRequest, .escalateToCentral, .tellDeparture:
      return nil
    }
  }

  private func until(for order: Order) -> Day? {
    let days = dossier.days
    switch order {
    case .followUp: return followedUntil
    case .keepScheduleAlive: return days.firstInstalment
    case .openUrgentSettlement:
      return dossier.situation.circumstances.contains(.noticeRunning) ? days.noticeUntil : nil
    case .raiseRehousingPriority: return isPoliceAidStage ? days.policeAidUntil ?? today : nil
    case .tellPrefetDALO: return days.daloUntil
    case .tellPrefetProtection, .tellPrematureRequest: return protectedUntil
    case .informHousehold, .proposeInterview, .prepareDSF, .updateDSF, .escalateContact,
      .stopContact,
      .openSettlement, .stopSettlement, .openRehousing, .openAccommodation, .stopRehousing,
      .informTenantOfHearing, .tellCourtOfMeasures, .askCourtForTime, .tellPrefetObligation,
      .tellPrefetIrregularEviction, .askForReview, .proposeClosure, .recordPostMortem,
      .closeCourtFile,
      .tellDebtCleared, .escalateToCentral, .reachHousehold, .tellDeparture:
      return nil
    }
  }

  /// The end of a follow-up that begins today.
  private var followedUntil: Day? {
    try? rules.calendar.deadline(
      origin: today, delay: rules.charte[.followUp], rule: CharteDelay.followUp.rawValue,
      article: "Charte de prévention de l'expulsion"
    ).due
  }

  private var isPoliceAidStage: Bool {
    switch dossier.situation.procedure {
    case .policeAidAsked, .policeAidRefused, .evictionHeld, .evictionPossible: true
    case .prevention, .noticeServed, .noticeExpired, .clauseBlocked, .summoned, .judgmentAwaited,
      .struckOut, .claimEnded, .withdrawn, .schedule, .commissionSchedule, .clauseSuspended,
      .cohesionProtocol, .evictionOrdered, .evictionDelayed, .quitServed, .quitSuspended,
      .quitExpired, .evicted, .evictedIrregularly, .left, .debtClaim, .closed:
      false
    }
  }

  /// The last day that is known of the bars that hold.
  private var protectedUntil: Day? {
    let circumstances = dossier.situation.circumstances
    let ends = Circumstance.bars.filter(circumstances.contains).compactMap(end)
    return ends.max()
  }

  private func end(of protection: Circumstance) -> Day? {
    switch protection {
    case .winterTruce: rules.calendar.truce(on: today)?.end
    case .judgeDelaysInForce: dossier.days.judgeDelaysUntil
    case .jexDelaysInForce: dossier.days.jexUntil
    case .quitPeriodNotRun:
      dossier.situation.circumstances.contains(.quitOrderNotified) ? dossier.days.quitUntil : nil
    case .surendettementSuspension: dossier.days.suspensionUntil
    case .protocolInForce: dossier.days.protocolUntil
    case .clauseSuspended: dossier.days.clauseUntil
    case .daloPriorityWithoutOffer, .planInForce, .scheduleInForce, .executionStayed,
      .quitOrderNotified, .otherMotive, .arrearsKnown, .quitDelayWaived, .transferRequested,
      .sessionFailed, .sessionsFailed, .truceSetAside, .noticeFrozen, .timeAsked, .evicted,
      .restitutionDue, .appealPending, .dahoPriority, .rightOpen, .informationOnly,
      .diagnosed, .mustMove, .debtCleared, .noticeRunning, .surendettementAdmitted,
      .accommodationOffered, .settlementUnderWay, .rehousingUnderWay:
      nil
    }
  }

  /// What the court must know (instruction § 3.1). Never a deposit: no phase tells of one.
  private var measures: String {
    let situation = dossier.situation
    let debt: String? =
      switch situation.debt {
      case .noDebt, .owed, .exhausted, .closed: nil
      case .settling: "apurement de la dette engagé"
      case .plan: "plan d'apurement accepté par le bailleur"
      case .frozen: "dossier de surendettement recevable"
      case .measures: "mesures de surendettement suivies"
      case .schedule: "échéancier du juge suivi"
      case .cleared: "dette soldée"
      }
    let housing: String? =
      switch situation.housing {
      case .notSought, .vacated, .closed: nil
      case .sought: "relogement recherché"
      case .offered: "logement proposé"
      case .accepted: "logement accepté"
      case .sheltered: "hébergement obtenu, relogement recherché"
      }
    let said = [debt, housing].compactMap { $0 }
    return said.isEmpty
      ? "aide au ménage engagée (instruction 3.1)."
      : said.joined(separator: " ; ") + " (instruction 3.1)."
  }
}
