import Contracts
import Vocabulary

/// What a player plays: partners who publish on their days and read their post.
protocol Scenery: Sendable {
  /// The next day on which somebody publishes.
  var nextDay: Day? { get }
  /// Takes the events of a day, in a fixed order.
  mutating func take(_ day: Day) -> [World.Planned]
  /// Learns the reference that a receipt gave.
  mutating func learn(_ dossier: HouseholdID, of household: Int)
  /// The household that Amont knows under that reference.
  func household(of dossier: HouseholdID) -> Int?
  /// The partners read what they received in a day, and plan what they do about it.
  mutating func receive(_ post: [World.Received], on day: Day)
}

extension World: Scenery {}
