public import Vocabulary

/// What the saga asks of a service.
public struct Command: Codable, Sendable, Hashable {
  public static let type = "amont.command.v1"
  public var order: Order
  /// The day on which the saga decided it.
  public var on: Day
  public var hearing: Day?
  /// The day until which (or before which) it matters.
  public var until: Day?
  /// The number of instalments of the schedule that it is about.
  public var count: Int?
  /// Why, in French, with its article: it goes into notices.
  public var because: String

  public init(
    _ order: Order, on day: Day, hearing: Day? = nil, until: Day? = nil, count: Int? = nil,
    because: String
  ) {
    self.order = order
    self.on = day
    self.hearing = hearing
    self.until = until
    self.count = count
    self.because = because
  }
}

/// Everything that the saga can ask. Each order has exactly one service that obeys it.
public enum Order: String, CaseIterable, Codable, Sendable {
  // social-diagnosis
  case informHousehold, proposeInterview, prepareDSF, updateDSF, escalateContact, followUp
  case stopContact
  // debt-settlement
  case openSettlement, openUrgentSettlement, keepScheduleAlive, stopSettlement
  // rehousing
  case openRehousing, raiseRehousingPriority, openAccommodation, reachHousehold, stopRehousing
  // court-liaison
  case informTenantOfHearing, tellCourtOfMeasures, askCourtForTime, tellPrefetProtection
  case tellPrefetObligation, tellPrefetDALO, tellPrefetIrregularEviction, askForReview
  case proposeClosure
  case recordPostMortem, closeCourtFile, tellDebtCleared, tellPrematureRequest, escalateToCentral
  case tellDeparture

  public var service: ServiceName {
    switch self {
    case .informHousehold, .proposeInterview, .prepareDSF, .updateDSF, .escalateContact,
      .followUp, .stopContact:
      .socialDiagnosis
    case .openSettlement, .openUrgentSettlement, .keepScheduleAlive, .stopSettlement:
      .debtSettlement
    case .openRehousing, .raiseRehousingPriority, .openAccommodation, .reachHousehold,
      .stopRehousing:
      .rehousing
    case .informTenantOfHearing, .tellCourtOfMeasures, .askCourtForTime, .tellPrefetProtection,
      .tellPrefetObligation, .tellPrefetDALO, .tellPrefetIrregularEviction, .askForReview,
      .proposeClosure,
      .recordPostMortem,
      .closeCourtFile, .tellDebtCleared, .tellPrematureRequest, .escalateToCentral,
      .tellDeparture:
      .courtLiaison
    }
  }
}
