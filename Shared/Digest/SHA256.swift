import COpenSSL

/// The SHA-256 of FIPS 180-4, and the HMAC of RFC 2104 over it, computed by OpenSSL.
public enum SHA256 {
  /// How many bytes SHA-256 works on at a time; longer keys are hashed first.
  private static let blockBytes = 64

  // Fetched once: the lookup costs more than the hash of a short text. OpenSSL's own methods are
  // immutable and may be shared between threads.
  nonisolated(unsafe) private static let method: OpaquePointer? = unsafe EVP_MD_fetch(
    nil, "SHA256", nil)

  /// The digest of the bytes.
  public static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    let status = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, method, nil)
    // Whatever the bytes, this fails only where OpenSSL has no SHA-256 or the machine no memory.
    precondition(status == 1, "OpenSSL cannot compute SHA-256: install a default provider")
    return SHA256Digest(computed: digest)
  }

  /// The digest of the text's UTF-8.
  public static func hash(_ text: String) -> SHA256Digest { hash(Array(text.utf8)) }

  /// The HMAC of the message: who knows the key can compute it, and nobody else.
  ///
  /// Compare it with ``SHA256Digest/matches(_:)``.
  public static func authenticate(_ message: [UInt8], key: [UInt8]) -> SHA256Digest {
    var block = key.count > blockBytes ? hash(key).bytes : key
    block += [UInt8](repeating: 0, count: blockBytes - block.count)
    let inner = hash(block.map { $0 ^ 0x36 } + message)
    return hash(block.map { $0 ^ 0x5c } + inner.bytes)
  }
}
