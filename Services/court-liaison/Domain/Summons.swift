public import Contracts
public import Vocabulary

/// What an assignation says.
public struct Summons: Sendable, Hashable {
  /// The day on which it was notified to the préfet.
  public var notifiedOn: Day
  /// The day of the hearing.
  public var hearing: Day
  /// Whether the motive is rent debt: a DSF is due by law only then (loi 89-462 art. 24 III).
  public var isForDebt: Bool
  /// The motive.
  public var motive: Motif
  /// How it was served, where said.
  public var mode: ModeDeSignification?
  /// The day on which it was filed at the court, where said.
  public var filedOn: Day?

  /// A summons made of its parts.
  public init(
    notifiedOn: Day, hearing: Day, isForDebt: Bool, motive: Motif? = nil,
    mode: ModeDeSignification? = nil, filedOn: Day? = nil
  ) {
    self.notifiedOn = notifiedOn
    self.hearing = hearing
    self.isForDebt = isForDebt
    self.motive = motive ?? (isForDebt ? .impaye : .autre)
    self.mode = mode
    self.filedOn = filedOn
  }

  /// What the partner published.
  init(_ act: TribunalAssignation) {
    self.init(
      notifiedOn: act.notification, hearing: act.audience, isForDebt: act.dette_locative,
      motive: act.motif, mode: act.mode, filedOn: act.placement)
  }
}
