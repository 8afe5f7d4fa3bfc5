public import Contracts
public import Vocabulary

/// A message that intake sent to a service and did not take back.
public struct SentToService: Sendable, Hashable {
  /// What makes two messages the same to the service that received them.
  public struct Words: Sendable, Hashable {
    public let household: HouseholdID
    public let service: ServiceName
    public let type: String
    /// The act that it follows from, with its day.
    public let root: String
    public let data: String

    public init(
      household: HouseholdID, service: ServiceName, type: String, root: String, data: String
    ) {
      self.household = household
      self.service = service
      self.type = type
      self.root = root
      self.data = data
    }

    /// The words of a message to a service, or `nil` for one to a partner, or that only takes back.
    init?(_ message: Outgoing) {
      guard case .service(let service) = message.destination, message.type != Recall.type,
        let household = message.household, let chain = message.chain
      else { return nil }
      self.init(
        household: household, service: service, type: message.type, root: chain.root,
        data: message.data)
    }
  }

  public let id: String
  public let words: Words

  public init(id: String, words: Words) {
    self.id = id
    self.words = words
  }
}

/// The difference between what was told of some dossiers and what is true of them.
struct Retelling {
  /// What must be sent: first what is new, then what is taken back, so that no service forgets a
  /// household between the two.
  private(set) var outgoing: [Outgoing] = []

  /// - Parameters:
  ///   - told: What was told so far.
  ///   - right: What is to be told.
  ///   - because: Why, in French.
  init(told: [SentToService], right: [Outgoing], because: String, on day: Day) throws {
    var wanted: [SentToService.Words: Int] = [:]
    for message in right {
      if let words = SentToService.Words(message) { wanted[words, default: 0] += 1 }
    }
    var kept: [SentToService.Words: Int] = [:]
    var recalls: [Outgoing] = []
    for message in told {
      if wanted[message.words, default: 0] > 0 {
        wanted[message.words, default: 0] -= 1
        kept[message.words, default: 0] += 1
      } else {
        recalls.append(
          try .recall(
            Recall(id: message.id, because: because), from: message.words.service,
            of: message.words.household, on: day))
      }
    }
    for message in right {
      guard let words = SentToService.Words(message) else { continue }
      if kept[words, default: 0] > 0 {
        kept[words, default: 0] -= 1
      } else {
        outgoing.append(message)
      }
    }
    outgoing += recalls
  }
}
