/// The 32 bytes of a SHA-256 or of an HMAC.
public struct SHA256Digest: Hashable, Sendable {
  /// How many bytes a digest has.
  public static let byteCount = 32

  /// The bytes, always ``byteCount`` of them.
  public let bytes: [UInt8]

  /// The digest of these bytes, or `nil` when they are not ``byteCount``.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes in lower-case hexadecimal.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }

  /// Whether both are the same, found out in a time that does not depend on where they differ.
  ///
  /// With `==` on an HMAC a patient forger could find it byte by byte.
  public func matches(_ other: SHA256Digest) -> Bool {
    zip(bytes, other.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension SHA256Digest: CustomStringConvertible {
  /// The bytes in lower-case hexadecimal.
  public var description: String { hex }
}
