import Contracts
import Vocabulary

/// One household's course through a scenario: what its partners say, in the order of the acts.
struct Life: Sendable {
  let name: String
  let landlord: Landlord.Kind
  let commune: String
  let steps: [Step]

  init(_ scenario: Scenario, household: String = "A") {
    name = "\(scenario.id) \(household)"
    landlord = scenario.landlord
    commune = scenario.commune
    steps = scenario.steps.filter { $0.household == household }
  }

  /// The day after the last act: all of them may be told on it.
  var end: Day { (steps.map(\.day).max() ?? .never).adding(days: 1) }

  func event(_ place: Int) -> PartnerEvent { steps[place].act.event(steps[place].day, Cast()) }
}
