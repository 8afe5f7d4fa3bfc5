public import Vocabulary

/// One period for which the State is liable to the landlord, because the préfet refused the concours
/// de la force publique (CPCE L153-1; CE 30 Nov. 1923 Couitéas; CPCE R154-1 to R154-7 since 7 Nov. 2025).
public struct Liability: Sendable, Hashable {
  /// The day of the refusal, explicit or implied.
  public var refusedOn: Day
  /// How the préfet refused.
  public var cause: Cause
  /// The law of the day of the refusal.
  public var regime: Regime
  /// The first day for which the State is liable: that of the refusal, or the end of the protection in
  /// which the refusal fell (R154-5).
  public var startsOn: Day
  /// The first day for which it is liable no more; `nil` while it is.
  public var endsOn: Day?
  /// What ended it.
  public var ending: Ending?
  /// The days of the period that do not count: those of a protocole de cohésion sociale.
  public var suspended: [ClosedRange<Day>]

  /// How the préfet refused. The raw values are stored and never change.
  public enum Cause: String, CaseIterable, Sendable, Hashable {
    case explicit = "refus-explicite"
    case silence = "refus-implicite"
  }

  /// The law of the day. The raw values are stored and never change.
  public enum Regime: String, CaseIterable, Sendable, Hashable {
    case caseLaw = "jurisprudence"
    case decree = "decret-2025-1052"
  }

  /// What ended the period. The raw values are stored and never change.
  public enum Ending: String, CaseIterable, Sendable, Hashable {
    /// The concours was granted, and used in time or not used yet.
    case grant = "accord"
    /// It was used more than fifteen days after its grant.
    case use = "emploi"
    /// The household left.
    case departure = "depart"
    /// The dossier was closed: death, waiver, sale, a new lease.
    case closure = "cloture"
  }

  /// A period made of its parts.
  public init(
    refusedOn: Day, cause: Cause, regime: Regime, startsOn: Day, endsOn: Day? = nil,
    ending: Ending? = nil, suspended: [ClosedRange<Day>] = []
  ) {
    self.refusedOn = refusedOn
    self.cause = cause
    self.regime = regime
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.ending = ending
    self.suspended = suspended
  }

  /// What the State may owe for the period up to the day before `day`, at that rent a month.
  public func forecast(monthly: Cents, paid: Cents = .zero, on day: Day) -> Cents {
    Indemnity.forecast(
      monthly: monthly, paid: paid, from: startsOn, until: min(endsOn ?? day, day),
      suspended: suspended)
  }
}
