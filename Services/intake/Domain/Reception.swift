public import Contracts
public import Vocabulary

/// What was answered to one event: the proof for its sender, for ever.
public struct Reception: Sendable, Hashable {
  /// An event as CloudEvents names it: by its sender, its source, and the identifier that it has
  /// there.
  public struct ID: Sendable, Hashable, Comparable {
    public let sender: String
    public let event: String
    /// The CloudEvents source that the sender wrote; empty for an event of an earlier release,
    /// which did not keep it.
    public let source: String

    public init(sender: String, event: String, source: String = "") {
      self.sender = sender
      self.event = event
      self.source = source
    }

    /// What it is called among all events. Events of earlier releases keep the name that they had.
    public var name: String { sender + "/" + event + (source.isEmpty ? "" : " " + source) }

    /// Whether nothing tells that these are two events: a source that was not kept may be any.
    func mayBe(_ other: ID) -> Bool {
      sender == other.sender && event == other.event
        && (source == other.source || source.isEmpty || other.source.isEmpty)
    }

    /// By sender, then by event, then by source.
    public static func < (left: ID, right: ID) -> Bool {
      (left.sender, left.event, left.source) < (right.sender, right.event, right.source)
    }
  }

  public let id: ID
  public let type: String
  public let status: Receipt.Status
  public let code: String
  /// The dossier, when the event reached one.
  public let household: HouseholdID?
  /// The day of the first reception.
  public let receivedOn: Day
  /// A digest of the content; `nil` where it was not kept.
  public internal(set) var digest: String?

  public init(
    id: ID, type: String, status: Receipt.Status, code: String, household: HouseholdID?,
    receivedOn: Day, digest: String? = nil
  ) {
    self.id = id
    self.type = type
    self.status = status
    self.code = code
    self.household = household
    self.receivedOn = receivedOn
    self.digest = digest
  }

  /// Whether the identifier has served: what was refused or set aside had no effect, and may come
  /// again. What its sender withdrew has served: a late copy must not bring it back.
  var isUsedUp: Bool {
    switch status {
    case .accepte, .doublon: true
    case .refuse: code == Receipt.Code.withdrawn.word
    }
  }

  /// Whether that content is the one that was answered; a digest that was not kept may be any.
  func isOf(_ type: String, _ digest: String?) -> Bool {
    guard self.type == type else { return false }
    guard let known = self.digest, let digest else { return true }
    return known == digest
  }
}
