import AMQP
import PostgreSQL

/// Whose deliveries a desk takes.
enum DeskPlace {
  /// Of two that share one queue, the one and the other.
  case first(TakingOrder), second(TakingOrder)
  /// Where many parties have a queue each: what floods, and all else.
  case others, floods

  var hand: ConsumerHand {
    switch self {
    case .first, .second: .only
    case .others: .others
    case .floods: .floods
    }
  }

  var order: TakingOrder? {
    switch self {
    case .first(let order), .second(let order): order
    case .others, .floods: nil
    }
  }

  /// What goes on there, for whoever is on call.
  var loop: String {
    switch self {
    case .first, .others: "consume"
    case .second: "consume second"
    case .floods: "consume floods"
    }
  }
}

/// What one session of the consumer works with.
struct ConsumeDesk {
  let place: DeskPlace
  var connection: PostgresConnection
  let redeliveries: Redeliveries
  let tally: HandTally.Hand
  /// Messages that alone fail while others are applied, and in how many rounds they did.
  var held: [(delivery: Delivery, rounds: Int)] = []

  /// The same by their places behind so many others.
  func rounds(behind count: Int) -> [Int: Int] {
    Dictionary(
      held.enumerated().map { (count + $0.offset, $0.element.rounds) }, uniquingKeysWith: max)
  }

  /// Opens another connection where the last one was given up.
  mutating func connect(_ configuration: PostgresConfiguration) async throws(PostgresError) {
    guard await !connection.isUsable else { return }
    await connection.close()
    connection = try await PostgresConnection.connect(configuration)
  }
}
