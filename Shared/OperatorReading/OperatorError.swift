/// What went wrong while a command ran, in words that say what to do next; never a value that
/// identifies a household. Unlike a `ValidationError`, it is shown without the command's usage.
public struct OperatorError: Error, Equatable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
