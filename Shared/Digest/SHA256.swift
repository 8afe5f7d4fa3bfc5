import COpenSSL

/// The SHA-256 of FIPS 180-4, computed by OpenSSL.
public enum SHA256 {
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
}
