/// One step of a scale: a weight up to a bound. Beyond the last bound the weight is one.
public struct ScaleStep: Sendable, Hashable {
  /// The bound, included.
  public var upTo: Int
  public var weight: Int

  public init(upTo: Int, weight: Int) {
    self.upTo = upTo
    self.weight = weight
  }
}
