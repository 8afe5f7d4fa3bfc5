/// The 32 bytes of a SHA-256.
public struct SHA256Digest: Hashable, Sendable {
  public static let byteCount = 32

  /// The bytes, always ``byteCount`` of them.
  public let bytes: [UInt8]

  init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes in lower-case hexadecimal.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }
}

extension SHA256Digest: CustomStringConvertible {
  /// The bytes in lower-case hexadecimal.
  public var description: String { hex }
}
