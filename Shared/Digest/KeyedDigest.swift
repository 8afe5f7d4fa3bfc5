import COpenSSL

/// HMAC-SHA-256 (FIPS 198-1), computed by OpenSSL: a digest that nobody without the key can
/// compute, so that a list of names does not open it.
public struct KeyedDigest: Sendable {
  /// The fewest bytes that a key has.
  public static let fewestKeyBytes = 16

  private let key: [UInt8]

  /// Digests by that key; `nil` where it is too short to be one.
  public init?(key: String) {
    let bytes = Array(key.utf8)
    guard bytes.count >= Self.fewestKeyBytes else { return nil }
    self.key = bytes
  }

  private init() { key = [] }

  /// Where a key is missing: what must not serve.
  public static let none = KeyedDigest()

  /// What begins a keyed digest in the tables: no digest of before there were keys begins so.
  public static let mark = "k"

  /// The keyed digest of a text.
  public func callAsFunction(_ text: String) -> String { keyed(SHA256.hash(text).hex) }

  /// The keyed digest of a text of which only the plain digest is kept: the same as of the text, so
  /// that what stands in the tables can follow.
  public func keyed(_ plainDigest: String) -> String {
    let text = Array(plainDigest.utf8)
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    let isDone =
      unsafe HMAC(
        EVP_sha256(), key, Int32(clamping: key.count), text, text.count, &digest, nil) != nil
    // It fails only where OpenSSL has no SHA-256 or the machine no memory.
    precondition(isDone, "OpenSSL cannot compute HMAC-SHA-256: install a default provider")
    return Self.mark + SHA256Digest(computed: digest).hex
  }
}

extension KeyedDigest: CustomStringConvertible, CustomReflectable {
  public var description: String { "[keyed digest]" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
