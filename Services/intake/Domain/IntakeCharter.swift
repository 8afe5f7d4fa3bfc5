public import LegalCalendar
public import Vocabulary

/// What a département decides for itself at the door: its Charte and the préfet's arrêté. The
/// defaults are those of the reference scenarios, none is law.
public struct IntakeCharter: Sendable, Hashable {
  /// The threshold of the préfet's arrêté from one day on (loi 89-462 art. 24 I).
  public struct Threshold: Sendable, Hashable {
    /// The first day of the arrêté.
    public var from: Day
    /// Months of uninterrupted arrears.
    public var months: Int
    /// Times the monthly rent without charges.
    public var rents: Int

    public init(from: Day, months: Int, rents: Int) {
      (self.from, self.months, self.rents) = (from, months, rents)
    }
  }

  /// The arrêtés, whatever their order. Where none holds, the law's shortest bound does.
  public var thresholds = [Threshold(from: LegalCalendar.span.lowerBound, months: 3, rents: 3)]
  /// The delay within which an address is checked by hand.
  public var addressDelay = Delay.workingDays(2)
  /// Calendar days within which another département answers a transfer.
  public var transferDays = 30
  /// Calendar days for which an event that came before its dossier is kept.
  public var waitingDays = 60
  /// Calendar days for which a first signal is held at most that a dossier contradicts. The two
  /// months of a commandement run all the while, and no household may lose them to a mistake in a
  /// reference.
  public var examinationDays = 15
  /// Calendar days after which a commission is reminded of any other event that is held.
  public var examinationReminderDays = 15
  /// Debt, in monthly rents, beyond which a case is complex and goes to the CCAPEX centrale.
  public var complexRents = 18
  /// Whether the case of a protected adult is complex.
  public var protectionIsComplex = true
  /// Whether a request of the concours de la force publique is urgent.
  public var policeAidIsUrgent = true
  /// Days before a hearing below which a case is urgent.
  public var urgentHearingDays = 30
  /// Days before the end of a commandement below which a case is urgent.
  public var urgentNoticeDays = 15
  /// Weights of legal urgency: up to so many days to the next deadline, that weight.
  public var urgencies = [
    ScaleStep(upTo: 15, weight: 5), ScaleStep(upTo: 30, weight: 4), ScaleStep(upTo: 60, weight: 3),
    ScaleStep(upTo: 120, weight: 2),
  ]
  /// Weights of solvability: a debt up to so many monthly rents, that weight.
  public var solvabilities = [ScaleStep(upTo: 3, weight: 3), ScaleStep(upTo: 6, weight: 2)]
  public var protectedWeight = 2
  /// Weight of a private landlord's signal before any assignation (instruction § 2.1 (1)).
  public var privateWeight = 2
  /// Which commission follows which commune.
  public var commissions = Commissions()

  public init() {}

  /// The weight of a value: that of the first bound that it does not pass, else 1.
  static func weight(of value: Int, in steps: [ScaleStep]) -> Int {
    steps.sorted { $0.upTo < $1.upTo }.first { value <= $0.upTo }?.weight ?? 1
  }
}
