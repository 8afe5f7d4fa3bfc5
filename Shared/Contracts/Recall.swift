public import Vocabulary

/// Takes back a message that was sent before: it is as if it had never come.
///
/// Whoever received it decides the dossier again without it. A correction is a recall and the
/// message as it should have been; two dossiers are joined by recalling the messages of one and
/// sending them for the other, and parted again the same way.
public struct Recall: Codable, Sendable, Hashable {
  public static let type = "amont.recall.v1"
  /// The identifier of the message that is taken back; its source is that of the recall.
  public var id: String
  /// Why, in French, without name, address or amount: it goes into the timeline.
  public var because: String

  public init(id: String, because: String) {
    (self.id, self.because) = (id, because)
  }
}

extension Outgoing {
  /// Takes back a message that this service sent to another.
  ///
  /// - Throws: `EncodingError`; no recall can cause it.
  public static func recall(
    _ recall: Recall, from service: ServiceName, of household: HouseholdID, on day: Day
  ) throws -> Outgoing {
    Outgoing(
      to: .service(service), type: Recall.type, household: household, occurredOn: day,
      data: try Wire.encode(recall))
  }
}
