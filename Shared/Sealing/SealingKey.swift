import COpenSSL

/// A key of AES-256. Descriptions, dumps and mirrors show a mask.
public struct SealingKey: Sendable, Hashable {
  public static let byteCount = 32

  let bytes: [UInt8]

  /// A key of these bytes; `nil` where they are not ``byteCount``.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  private init(random bytes: [UInt8]) { self.bytes = bytes }

  /// A key that nobody has.
  ///
  /// - Throws: `SealingError.unavailable` where the machine gives no random bytes.
  public static func random() throws(SealingError) -> SealingKey {
    SealingKey(random: try RandomBytes.make(byteCount))
  }
}

extension SealingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "[key]" }
  public var debugDescription: String { "[key]" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

enum RandomBytes {
  /// A nonce, of the system's generator: OpenSSL's takes longer than to seal a short value.
  static func nonce() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * MemoryLayout<UInt64>.size)
    for _ in 0..<2 {
      let word: UInt64 = generator.next()
      for place in 0..<MemoryLayout<UInt64>.size {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place)))
      }
    }
    return Array(bytes.prefix(AES256GCM.nonceBytes))
  }

  /// Bytes of OpenSSL's generator.
  ///
  /// - Throws: `SealingError.unavailable` where it has none.
  static func make(_ count: Int) throws(SealingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe RAND_bytes(&bytes, Int32(clamping: count)) == 1 else { throw .unavailable }
    return bytes
  }
}
