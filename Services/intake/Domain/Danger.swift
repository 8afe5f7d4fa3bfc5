public import Contracts
public import Vocabulary

/// How far the procedure against a household has come and how much it owes, by all its signals so
/// far: what orders the queues of the commission. It never falls.
public struct Danger: Sendable, Hashable {
  public var stage: StadeProcedure
  /// The day of the act that brought it there.
  public var stageOn: Day
  /// The debt in monthly rents by the latest décompte; `nil` while no signal told one.
  public var debt: DebtInRents?
  /// The score of the household in the queue of its commission.
  public var score: Int

  /// A debt by one décompte.
  public struct DebtInRents: Sendable, Hashable {
    public var on: Day
    /// Monthly rents without charges, rounded up.
    public var rents: Int

    public init(on day: Day, rents: Int) {
      self.on = day
      self.rents = rents
    }
  }

  public init(stage: StadeProcedure, stageOn: Day, debt: DebtInRents?, score: Int) {
    self.stage = stage
    self.stageOn = stageOn
    self.debt = debt
    self.score = score
  }

  /// What two dossiers that are one know together.
  func joined(with other: Danger?) -> Danger {
    guard let other else { return self }
    let further = (stage, stageOn) >= (other.stage, other.stageOn) ? self : other
    return Danger(
      stage: further.stage, stageOn: further.stageOn, debt: .later(debt, other.debt),
      score: max(score, other.score))
  }
}

extension Danger.DebtInRents {
  /// The later of two décomptes; of one day, the larger debt.
  static func later(_ one: Self?, _ other: Self?) -> Self? {
    [one, other].compactMap(\.self).max { ($0.on, $0.rents) < ($1.on, $1.rents) }
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
