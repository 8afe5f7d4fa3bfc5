/// A text that must appear nowhere but where it is needed: a password.
///
/// Descriptions, dumps and mirrors show a mask, so a settings value can be printed without harm.
public struct Secret: Sendable {
  /// What is shown in the secret's place.
  public static let mask = "[secret]"

  /// The text itself, for the call that needs it.
  public let revealed: String

  public init(_ revealed: String) { self.revealed = revealed }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { Self.mask }
  public var debugDescription: String { Self.mask }
  /// A mirror without children: `dump` walks mirrors.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
