public import Vocabulary

/// The bytes of a sealed value: format, generation of the key, whose key it is, nonce, ciphertext,
/// tag.
///
/// The format byte stands at the beginning of no text in UTF-8, so that a value tells whether it is
/// sealed. What a value belongs to stands in it, and all of it is bound to the place where it
/// stands: a value that is moved to another household, table or column does not open.
public enum SealedForm {
  static let format: UInt8 = 0xFE
  static let generation: UInt8 = 1
  private static let subjectBytes = 16
  private static let headBytes = 2 + subjectBytes
  private static let textStart = headBytes + AES256GCM.nonceBytes
  /// How many bytes longer a value is once sealed.
  public static let overhead = textStart + AES256GCM.tagBytes

  /// Whose key sealed the value; `nil` for one that is in plain.
  public static func subject(of bytes: [UInt8]) -> HouseholdID? {
    guard bytes.count >= overhead, bytes[0] == format, bytes[1] == generation else { return nil }
    func word(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    return HouseholdID(high: word(2..<10), low: word(10..<18))
  }

  static func seal(
    _ plain: [UInt8], of subject: HouseholdID, with key: SealingKey, at place: String
  ) throws(SealingError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(plain.count + overhead)
    out += [format, generation]
    for word in [subject.high, subject.low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        out.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    let associated = out + Array(place.utf8)
    out += RandomBytes.nonce()
    try AES256GCM.seal(
      plain, with: key, nonce: out[headBytes..<textStart], binding: associated, into: &out)
    return out
  }

  static func open(
    _ sealed: [UInt8], with key: SealingKey, at place: String
  ) throws(SealingError) -> [UInt8] {
    let plain = AES256GCM.open(
      sealed[textStart...], with: key, nonce: sealed[headBytes..<textStart],
      binding: Array(sealed[..<headBytes]) + Array(place.utf8))
    guard let plain else { throw .notGenuine }
    return plain
  }
}
