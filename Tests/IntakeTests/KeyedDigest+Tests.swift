import Digest

extension KeyedDigest {
  /// By a key of which everybody knows that it protects nothing.
  static let tests = KeyedDigest(key: "a key of the tests") ?? .none
}
