public import Vocabulary

extension HouseholdID {
  /// The identifier of the household that a partner knows under that reference.
  ///
  /// The same reference yields the same identifier in every service: the first 128 bits of its
  /// SHA-256, marked as a UUID of version 8 (RFC 9562). The reference cannot be computed back, but
  /// short ones can be guessed: put the source's name before it, never a person's.
  public init(derivedFrom reference: String) {
    let bytes = SHA256.hash(reference).bytes
    func word(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    let versionMask: UInt64 = 0xF000
    let variantMask: UInt64 = 0xC000_0000_0000_0000
    self.init(
      high: word(0..<8) & ~versionMask | 0x8000,
      low: word(8..<16) & ~variantMask | 0x8000_0000_0000_0000)
  }
}
