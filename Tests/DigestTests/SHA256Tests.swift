import Digest
import Testing

@Suite("SHA-256")
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
}
