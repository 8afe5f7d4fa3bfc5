public import Contracts

/// What a service reads in a message, once: every step of a transaction works on it.
public protocol MessageReading: Sendable {
  /// The message, with what makes it the same message for the service.
  var message: Message { get set }
}

extension Message: MessageReading {
  /// Itself: most services read a message as they decide it.
  public var message: Message {
    get { self }
    set { self = newValue }
  }
}
