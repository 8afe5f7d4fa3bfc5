import Testing

@testable import Digest

@Suite("The keyed digest")
struct KeyedDigestTests {
  @Test("It is the HMAC-SHA-256 of RFC 4231 over the plain digest")
  func vector() throws {
    // openssl dgst -sha256 of "menard", then openssl dgst -sha256 -hmac of its 64 digits.
    let digest = try #require(KeyedDigest(key: "0123456789abcdef"))
    #expect(
      digest("menard") == "k9cbb469df3ee8b7067b350825f5ddb576c09c129fadde27f435489a13727ce77")
  }

  @Test("Who has only the plain digest of before comes to the same")
  func follows() throws {
    let digest = try #require(KeyedDigest(key: "0123456789abcdef"))
    #expect(digest.keyed(SHA256.hash("menard").hex) == digest("menard"))
    #expect(digest("menard") != digest("menarD"))
    let other = try #require(KeyedDigest(key: "0123456789abcdeF"))
    #expect(other("menard") != digest("menard"))
  }

  @Test("A key of fewer than 16 bytes is none", arguments: ["", "0123456789abcde"])
  func shortKey(_ key: String) { #expect(KeyedDigest(key: key) == nil) }

  @Test("It shows no key") func masked() throws {
    let digest = try #require(KeyedDigest(key: "0123456789abcdef"))
    var dumped = ""
    dump(digest, to: &dumped)
    for text in ["\(digest)", dumped] { #expect(!text.contains("48") && !text.contains("0123")) }
  }
}
