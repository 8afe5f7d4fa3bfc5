import Digest
import Testing
import Vocabulary

@Suite("The identifier of a household, derived from a partner's reference")
struct HouseholdDerivationTests {
  // Computed with Python: sha256(text)[:16], byte 6 = 0x80 | low half, byte 8 = 0x80 | low six
  // bits.
  @Test(
    "A reference yields the UUID of version 8 that RFC 9562 describes",
    arguments: [
      ("", "e3b0c442-98fc-8c14-9afb-f4c8996fb924"),
      ("abc", "ba7816bf-8f01-8fea-8141-40de5dae2223"),
      ("caf:93:0001234", "462689d3-e3e5-80ca-a521-e20f05620d43"),
    ])
  func aReferenceYieldsAUUIDOfVersion8(_ row: (reference: String, id: String)) {
    let id = HouseholdID(derivedFrom: row.reference)
    #expect(id.description == row.id)
    #expect(HouseholdID(id.description) == id)
  }

  @Test("Two references yield two identifiers, one reference always the same")
  func theSameReferenceYieldsTheSameIdentifier() {
    let all = Set((0..<1_000).map { HouseholdID(derivedFrom: "caf:93:\($0)") })
    #expect(all.count == 1_000)
    #expect(all.contains(HouseholdID(derivedFrom: "caf:93:7")))
  }
}
