import Testing
import Vocabulary

@testable import Sealing

@Suite("A sealed value")
struct SealedFormTests {
  static let household = HouseholdID(high: 0x0102_0304_0506_0708, low: 0xF0E0_D0C0_B0A0_9080)
  static let other = HouseholdID(high: 1, low: 2)
  static let place = "tenant.nom"

  static func keys(_ households: HouseholdID...) throws -> HouseholdKeys {
    var keys = HouseholdKeys()
    for household in households { keys.add(try .random(), of: household) }
    return keys
  }

  @Test(
    "What was sealed opens as it was, and shows nothing of itself",
    arguments: [
      [], [0], Array("Ménard".utf8), Array(repeating: 0x41, count: 15),
      Array(repeating: 0x42, count: 16), Array(repeating: 0xFF, count: 70_000),
    ] as [[UInt8]])
  func roundTrip(_ plain: [UInt8]) throws {
    let keys = try Self.keys(Self.household)
    let sealed = try keys.seal(plain, of: Self.household, at: Self.place)
    #expect(sealed.count == plain.count + SealedForm.overhead)
    #expect(SealedForm.subject(of: sealed) == Self.household)
    #expect(try keys.open(sealed, at: Self.place) == plain)
    if plain.count > 4 { #expect(!sealed.contains(plain)) }
    #expect(
      try keys.seal(plain, of: Self.household, at: Self.place) != sealed, "a nonce of its own")
  }

  @Test("No byte of it can be changed, and none taken away")
  func tampering() throws {
    let keys = try Self.keys(Self.household)
    let sealed = try keys.seal(Array("12 rue Haute".utf8), of: Self.household, at: Self.place)
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      // Its first two bytes say that it is sealed, the next sixteen whose it is.
      switch place {
      case ..<2: #expect(SealedForm.subject(of: changed) == nil)
      case ..<18: #expect(throws: SealingError.noKey) { try keys.open(changed, at: Self.place) }
      case _: #expect(throws: SealingError.notGenuine) { try keys.open(changed, at: Self.place) }
      }
    }
    #expect(throws: SealingError.notGenuine) {
      try keys.open(Array(sealed.dropLast()), at: Self.place)
    }
  }

  @Test(
    "It opens nowhere but where it was sealed",
    arguments: ["tenant.prenom", "dwelling.nom", "tenant", "", "tenant.nom "])
  func moved(_ place: String) throws {
    let keys = try Self.keys(Self.household)
    let sealed = try keys.seal(Array("Ménard".utf8), of: Self.household, at: Self.place)
    #expect(throws: SealingError.notGenuine) { try keys.open(sealed, at: place) }
  }

  @Test("The key of another household does not open it, whatever the value says of itself")
  func wrongKey() throws {
    let keys = try Self.keys(Self.household, Self.other)
    var sealed = try keys.seal(Array("Ménard".utf8), of: Self.household, at: Self.place)
    let foreign = try keys.seal(Array("Durand".utf8), of: Self.other, at: Self.place)
    sealed.replaceSubrange(2..<18, with: foreign[2..<18])
    #expect(throws: SealingError.notGenuine) { try keys.open(sealed, at: Self.place) }
    #expect(throws: SealingError.notGenuine) {
      try Self.keys(Self.other).open(foreign, at: Self.place)
    }
  }

  @Test("Without a key nothing opens; what is written of an erased household nobody opens")
  func noKey() throws {
    var keys = try Self.keys(Self.household)
    let sealed = try keys.seal([1], of: Self.household, at: Self.place)
    #expect(throws: SealingError.noKey) { try HouseholdKeys().open(sealed, at: Self.place) }
    #expect(throws: SealingError.noKey) { try keys.seal([1], of: Self.other, at: Self.place) }
    keys.looked(for: [Self.other])
    #expect(throws: SealingError.noKey) { try keys.seal([1], of: Self.other, at: Self.place) }
    keys.addErased(Self.household)
    #expect(throws: SealingError.erased) { try keys.open(sealed, at: Self.place) }
    let late = try keys.seal([1], of: Self.household, at: Self.place)
    #expect(throws: SealingError.erased) { try keys.open(late, at: Self.place) }
  }

  @Test(
    "What is in plain is read as it is",
    arguments: ["", "{}", "Ménard", String(repeating: "x", count: 100), "\u{10FFFF}"])
  func plain(_ text: String) throws {
    #expect(try HouseholdKeys().open(Array(text.utf8), at: Self.place) == Array(text.utf8))
  }

  @Test("A key shows in no description, dump or mirror")
  func masked() throws {
    let key = try SealingKey.random()
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped] { #expect(!text.contains("bytes")) }
  }
}
