/// What the Charte of the département fixes, where the law gives no number.
///
/// Every number of days is kept between 0 and `longest`.
public struct CourtCharter: Sendable, Hashable {
  /// Days after a hearing by which a decision is expected, when the court gave no day.
  public let rulingDays: Int
  /// Days after a CQL during which the préfet may be seized without a word to the huissier.
  public let seizureToleranceDays: Int

  /// The longest delay that a Charte may set, in days.
  public static let longest = 365

  /// Parameters of a Charte; the defaults are ours and stand until the Charte says otherwise.
  public init(rulingDays: Int = 60, seizureToleranceDays: Int = 3) {
    func bounded(_ days: Int) -> Int { min(max(days, 0), Self.longest) }
    self.rulingDays = bounded(rulingDays)
    self.seizureToleranceDays = bounded(seizureToleranceDays)
  }
}

/// The deadlines that court-liaison arms. The raw values are stored and never change.
public enum CourtDeadline: String, CaseIterable, Sendable, Hashable {
  /// The last day of the delays granted by the juge de l'exécution.
  case jexDelays = "jex.delays"
}

/// The texts under which court-liaison acts, as a French reader cites them.
enum Basis {
  static let notice = "loi 89-462, art. 24 I"
  static let seizure = "loi 89-462, art. 24 II"
  static let notification = "loi 89-462, art. 24 III"
  static let delays = "loi 89-462, art. 24 V"
  static let claim = "loi 89-462, art. 24"
  static let hearingInformation = "instruction du 22 mars 2017, § 2.1 ; décret 2017-923"
  static let court = "instruction du 22 mars 2017, § 3.1"
  static let execution = "instruction du 22 mars 2017, § 3.2"
  static let daloBeforePolice = "instruction du 26 octobre 2012"
  static let quitOrder = "CPCE art. L411-1"
  static let quitDelay = "CPCE art. L412-1"
  static let quitNotification = "CPCE art. L412-5"
  static let executionDelays = "CPCE art. L412-3"
  static let truce = "CPCE art. L412-6"
  static let policeAid = "CPCE art. R153-1"
  static let policeAidRefusal = "CPCE art. L153-1"
  static let eviction = "CPCE art. L411-1"
  static let departure = "CPCE art. L451-1"
  static let review = "instruction du 22 mars 2017, § 1.2"
}
