import Digest
import Testing

@Suite("SHA-256 and HMAC")
struct SHA256Tests {
  /// The examples of FIPS 180-4 and NIST's CAVP, and one block boundary each way.
  static let digests: [(message: [UInt8], hex: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    (
      [0xC9, 0x8C, 0x8E, 0x55],
      "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"
    ),
  ]

  // Apart from the table, which the test runner prints.
  @Test("A million letters have the digest that the standard says")
  func aMillionLettersHaveTheDigestOfTheStandard() {
    let message = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.hash(message).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("A message has the digest that the standard says", arguments: digests)
  func aMessageHasTheDigestOfTheStandard(_ row: (message: [UInt8], hex: String)) {
    #expect(SHA256.hash(row.message).hex == row.hex)
    #expect(SHA256.hash(row.message).bytes.count == 32)
  }

  @Test("A text is hashed as its UTF-8")
  func aTextIsHashedAsUTF8() {
    #expect(SHA256.hash("trêve hivernale") == SHA256.hash(Array("trêve hivernale".utf8)))
    #expect(SHA256.hash("e\u{301}") != SHA256.hash("\u{e9}"))
  }

  static let codes: [(key: [UInt8], message: [UInt8], hex: String)] = [
    (
      Array(repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: 0xAA, count: 20), Array(repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), Array(repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      Array(repeating: 0xAA, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      Array(repeating: 0xAA, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
    ([], [], "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
  ]

  @Test("A key and a message have the code that RFC 4231 says", arguments: codes)
  func aKeyAndAMessageHaveTheCodeOfTheRFC(_ row: (key: [UInt8], message: [UInt8], hex: String)) {
    let code = SHA256.authenticate(row.message, key: row.key)
    #expect(code.hex == row.hex)
    #expect(code.matches(SHA256.authenticate(row.message, key: row.key)))
    #expect(!code.matches(SHA256.hash(row.message)))
  }

  @Test("Only 32 bytes are a digest", arguments: [0, 31, 32, 33])
  func only32BytesAreADigest(_ count: Int) {
    #expect((SHA256Digest([UInt8](repeating: 7, count: count)) != nil) == (count == 32))
  }
}
