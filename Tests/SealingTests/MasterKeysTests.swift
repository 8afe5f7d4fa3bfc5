import Testing
import Vocabulary

@testable import Sealing

@Suite("The master keys")
struct MasterKeysTests {
  static let first = String(repeating: "1f", count: 32)
  static let second = String(repeating: "E0", count: 32)

  @Test(
    "The last key of the file serves",
    arguments: [
      ("1 \(first)", 1), ("1 \(first)\n2 \(second)\n", 2), ("2 \(second)\n1 \(first)", 1),
      ("# of 2026\n\n  7\t\(first) \r\n", 7),
    ])
  func theLastServes(_ row: (text: String, newest: Int)) throws {
    #expect(try MasterKeys(parsing: row.text).newest == row.newest)
  }

  @Test(
    "Everything that is wrong is said at once, and no key",
    arguments: [
      ("", 1), ("# none\n", 1), (first, 1), ("1", 1), ("x \(first)", 1), ("0 \(first)", 1),
      ("1 \(first.dropLast())", 1), ("1 \(first)0", 1), ("1 \(first.dropLast())g", 1),
      ("1 +f\(first.dropFirst(2))", 1), ("1 \(first)\n1 \(second)", 1), ("1 a\nx b\n3 c d", 3),
    ])
  func whatIsWrong(_ row: (text: String, problems: Int)) {
    let error = #expect(throws: MasterKeyError.self) { try MasterKeys(parsing: row.text) }
    #expect(error?.problems.count == row.problems)
    for problem in error?.problems ?? [] { #expect(!problem.contains("1f1f")) }
  }

  @Test("A key is wrapped under the newest, and unwrapped by the number of its own")
  func wrapping() throws {
    let (old, both) = (
      try MasterKeys(parsing: "1 \(Self.first)"),
      try MasterKeys(parsing: "1 \(Self.first)\n2 \(Self.second)")
    )
    let key = try SealingKey.random()
    let household = SealedFormTests.household
    let wrapped = try old.wrap(key, of: household)
    #expect(wrapped.master == 1 && !wrapped.bytes.contains(key.bytes))
    #expect(SealedForm.subject(of: wrapped.bytes) == nil)
    #expect(try both.unwrap(wrapped, of: household) == key)
    let again = try both.wrap(both.unwrap(wrapped, of: household), of: household)
    #expect(again.master == 2)
    #expect(try both.unwrap(again, of: household) == key)
    #expect(throws: SealingError.unknownMaster(2)) { try old.unwrap(again, of: household) }
  }

  @Test("A wrapped key is of one household, one number, and of no changed byte")
  func wrappedIsBound() throws {
    let masters = try MasterKeys(parsing: "1 \(Self.first)\n2 \(Self.first)")
    let household = SealedFormTests.household
    let wrapped = try masters.wrap(try .random(), of: household)
    #expect(throws: SealingError.notGenuine) {
      try masters.unwrap(wrapped, of: SealedFormTests.other)
    }
    #expect(throws: SealingError.notGenuine) {
      try masters.unwrap(.init(master: 1, bytes: wrapped.bytes), of: household)
    }
    for place in wrapped.bytes.indices {
      var bytes = wrapped.bytes
      bytes[place] ^= 1
      #expect(throws: SealingError.notGenuine) {
        try masters.unwrap(.init(master: wrapped.master, bytes: bytes), of: household)
      }
    }
    #expect(throws: SealingError.notGenuine) {
      try masters.unwrap(.init(master: 1, bytes: []), of: household)
    }
  }
}
