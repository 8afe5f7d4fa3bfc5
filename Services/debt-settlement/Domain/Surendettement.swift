public import Contracts
public import Vocabulary

/// The surendettement of a household.
///
/// A deposit is secret until recevabilité (C. consom. L721-3): nothing that creditors, court, préfet
/// or CAF can see may depend on `filedOn`, neither a notice nor its day.
public struct Surendettement: Sendable, Hashable {
  /// What the commission decided.
  public enum Ruling: String, CaseIterable, Sendable {
    case none, admitted, refused
    /// Its effects are over.
    case ended
  }
  /// The day on which it was proposed to the household; `nil` while it was not, or once the proposal
  /// has run its time.
  public var proposedOn: Day?
  /// The day of the deposit.
  public var filedOn: Day?
  /// What the commission decided.
  public var ruling: Ruling
  /// The day of that decision.
  public var ruledOn: Day?
  /// The measures.
  public var measure: SurendettementMesures.Mesure?
  /// The day of the measures.
  public var measuredOn: Day?
  /// The last day of what was decided.
  public var until: Day?
  /// How many times a late decision was asked for.
  public var reminders: Int

  /// A surendettement made of its parts.
  public init(
    proposedOn: Day? = nil, filedOn: Day? = nil, ruling: Ruling = .none, ruledOn: Day? = nil,
    measure: SurendettementMesures.Mesure? = nil, measuredOn: Day? = nil, until: Day? = nil,
    reminders: Int = 0
  ) {
    self.proposedOn = proposedOn
    self.filedOn = filedOn
    self.ruling = ruling
    self.ruledOn = ruledOn
    self.measure = measure
    self.measuredOn = measuredOn
    self.until = until
    self.reminders = reminders
  }

  /// Months to file again after a moratoire, where a judge had granted delays (L714-1).
  public static let monthsToFileAgain = 3

  /// Whether the earlier debt may not be paid (C. consom. L722-5).
  public var freezesDebt: Bool {
    switch ruling {
    case .admitted: true
    case .none, .refused, .ended: false
    }
  }

  /// Whether a proposal keeps the settlement open. Neither a deposit nor its refusal, which would tell
  /// of it, enters into that.
  public var isAwaited: Bool {
    switch ruling {
    case .none, .refused: proposedOn != nil
    case .admitted, .ended: false
    }
  }
}
