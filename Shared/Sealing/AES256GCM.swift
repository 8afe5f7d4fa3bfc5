import COpenSSL

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D), computed by OpenSSL.
enum AES256GCM {
  static let nonceBytes = 12
  static let tagBytes = 16

  // Fetched once: OpenSSL's own methods are immutable and may be shared between threads.
  nonisolated(unsafe) private static let method: OpaquePointer? = unsafe EVP_CIPHER_fetch(
    nil, "AES-256-GCM", nil)

  /// Appends ciphertext and tag to what stands in `out` already.
  ///
  /// - Throws: `SealingError.unavailable` where OpenSSL cannot.
  static func seal(
    _ plain: [UInt8], with key: SealingKey, nonce: ArraySlice<UInt8>, binding associated: [UInt8],
    into out: inout [UInt8]
  ) throws(SealingError) {
    let start = out.count
    let nonce = Array(nonce)
    out.append(contentsOf: repeatElement(0, count: plain.count + tagBytes))
    let isDone = unsafe out.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let base = buffer.baseAddress, let context = unsafe EVP_CIPHER_CTX_new() else {
        return false
      }
      defer { unsafe EVP_CIPHER_CTX_free(context) }
      let (text, tag) = unsafe (base + start, base + start + plain.count)
      var (written, last): (Int32, Int32) = (0, 0)
      return unsafe EVP_EncryptInit_ex2(context, method, key.bytes, nonce, nil) == 1
        && EVP_EncryptUpdate(context, nil, &written, associated, Int32(clamping: associated.count))
          == 1
        && EVP_EncryptUpdate(context, text, &written, plain, Int32(clamping: plain.count)) == 1
        && EVP_EncryptFinal_ex(context, tag, &last) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), tag) == 1
    }
    guard isDone else { throw .unavailable }
  }

  /// The text behind a ciphertext with its tag; `nil` where key, nonce, tag or what it is bound to
  /// are not those with which it was sealed.
  static func open(
    _ sealed: ArraySlice<UInt8>, with key: SealingKey, nonce: ArraySlice<UInt8>,
    binding associated: [UInt8]
  ) -> [UInt8]? {
    guard sealed.count >= tagBytes else { return nil }
    let text = Array(sealed.dropLast(tagBytes))
    var tag = Array(sealed.suffix(tagBytes))
    let nonce = Array(nonce)
    var plain = [UInt8](repeating: 0, count: max(text.count, 1))
    guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
    defer { unsafe EVP_CIPHER_CTX_free(context) }
    var (written, last): (Int32, Int32) = (0, 0)
    var rest = [UInt8](repeating: 0, count: tagBytes)
    let isDone =
      unsafe EVP_DecryptInit_ex2(context, method, key.bytes, nonce, nil) == 1
      && EVP_DecryptUpdate(context, nil, &written, associated, Int32(clamping: associated.count))
        == 1
      && EVP_DecryptUpdate(context, &plain, &written, text, Int32(clamping: text.count)) == 1
      && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), &tag) == 1
      && EVP_DecryptFinal_ex(context, &rest, &last) == 1
    guard isDone else { return nil }
    return text.isEmpty ? [] : plain
  }
}
