import Contracts
import LegalCalendar
public import Vocabulary

/// One scenario of the acceptance set: what the partners of a household do, day by day. What Amont
/// must then have done is said beside it, in the test of the same name.
struct Scenario: Sendable {
  /// Its number in the acceptance set: `SC01`.
  let id: String
  /// What it is about, in French.
  let title: String
  /// The kind of landlord.
  let landlord: Landlord.Kind
  /// INSEE code of the commune of the dwelling.
  let commune: String
  /// What the partners do, in the order in which they do it.
  let steps: [Step]
  /// The day on which its outcome is read: nothing after it matters.
  let end: Day

  /// - Parameter fin: The day on which its outcome is read; by default, that of the last step.
  init(
    _ id: String, _ title: String, bailleur: Landlord.Kind = .personnePhysique,
    commune: String = "93008", fin: Day? = nil, @StepBuilder _ steps: () -> [Step]
  ) {
    self.id = id
    self.title = title
    landlord = bailleur
    self.commune = commune
    self.steps = steps()
    end = max(fin ?? .never, self.steps.map(\.day).max() ?? .never)
  }
}

/// What one partner says on one day.
struct Step: Sendable {
  /// How the partner names the household.
  enum Naming: Sendable {
    /// By the reference of Amont's receipt, where it has one; else in full.
    case usual
    /// In full, as a partner does that has never heard of Amont's dossier.
    case full
    /// In its own words.
    case with(@Sendable (Identification) -> Identification)
  }

  let day: Day
  let sender: PartnerKind
  let act: Act
  /// Which of the scenario's households it is about; most have one only.
  var household = "A"
  var naming = Naming.usual
  /// How many times it is published.
  var times = 1
  /// Whether Amont must refuse it.
  var isRefused = false

  /// The same about another household of the scenario.
  func pour(_ household: String) -> Step {
    var step = self
    step.household = household
    return step
  }

  /// The same by a partner that names the household its own way.
  func nommant(_ naming: Naming) -> Step {
    var step = self
    step.naming = naming
    return step
  }

  /// The same published several times.
  func publie(fois times: Int) -> Step {
    var step = self
    step.times = times
    return step
  }
}

/// On that day that partner says this.
func le(_ day: Day, _ sender: PartnerKind, _ act: Act) -> Step {
  Step(day: day, sender: sender, act: act)
}

/// The same each month from that day on, with its rank from 1: instalments.
func chaqueMois(_ first: Day, fois count: Int, _ step: (Int, Day) -> Step) -> [Step] {
  (1...count).map { step($0, first.adding(months: $0 - 1) ?? .never) }
}

/// Writes the steps of a scenario one below the other.
@resultBuilder enum StepBuilder {
  static func buildExpression(_ step: Step) -> [Step] { [step] }
  static func buildExpression(_ steps: [Step]) -> [Step] { steps }
  static func buildBlock(_ parts: [Step]...) -> [Step] { parts.flatMap(\.self) }
  static func buildArray(_ parts: [[Step]]) -> [Step] { parts.flatMap(\.self) }
}

extension Day: ExpressibleByStringLiteral {
  /// A day that no scenario has: what a wrong literal stands for, and what the tests of the script
  /// find.
  static let never = Day(ordinal: 0)

  /// A day as a scenario writes it: `YYYY-MM-DD`.
  public init(stringLiteral value: String) { self = Day(value) ?? .never }
}
