public import Contracts
public import Vocabulary

/// How far the procedure against a household has come and how much it owes, by all its signals so
/// far: what orders the queues of the commission. The order in which they came changes nothing.
public struct Danger: Sendable, Hashable {
  public var stage: StadeProcedure
  /// The day of the act that brought it there.
  public var stageOn: Day
  /// The debt in monthly rents by the latest décompte; `nil` while no signal told one.
  public var debt: DebtInRents?
  /// The fewest days that an act left, from its own day to that of the hearing or the end of its
  /// delay; `nil` while none set one.
  public var days: Int?

  /// A debt by one décompte.
  public struct DebtInRents: Sendable, Hashable {
    public var on: Day
    /// Monthly rents without charges, rounded up.
    public var rents: Int
    /// The fewest that any décompte told: what the Charte weighs, so that a debt that grows takes
    /// nothing from the rank.
    public var fewest: Int

    public init(on day: Day, rents: Int, fewest: Int? = nil) {
      self.on = day
      self.rents = rents
      self.fewest = fewest ?? rents
    }
  }

  public init(stage: StadeProcedure, stageOn: Day, days: Int?, debt: DebtInRents?) {
    self.stage = stage
    self.stageOn = stageOn
    self.days = days
    self.debt = debt
  }

  /// What two signals, or two dossiers that are one, know together.
  func joined(with other: Danger?) -> Danger {
    guard let other else { return self }
    var whole = (stage, stageOn) >= (other.stage, other.stageOn) ? self : other
    whole.days = [days, other.days].compactMap(\.self).min()
    whole.debt = .later(debt, other.debt)
    return whole
  }
}

extension Danger.DebtInRents {
  /// The later of two décomptes; of one day, the larger debt.
  static func later(_ one: Self?, _ other: Self?) -> Self? {
    let known = [one, other].compactMap(\.self)
    var later = known.max { ($0.on, $0.rents) < ($1.on, $1.rents) }
    if let fewest = known.map(\.fewest).min() { later?.fewest = fewest }
    return later
  }
}

extension OpeningSignal {
  /// How far it shows that the procedure has come.
  var stage: StadeProcedure {
    switch self {
    case .arrears: .impaye
    case .notice: .commandement
    case .summons: .assignation
    case .quitOrder: .quitterLesLieux
    case .policeAid: .concours
    case .transfer(let body): body.stade
    }
  }
}
