import Sealing
import Vocabulary

/// What sealing costs a message: the work of one core, without any server.
struct SealBench {
  let times: Int

  private static let place = "inbox.body"
  private static let household = HouseholdID(high: 1, low: 1)

  /// One line for each kind of work.
  ///
  /// - Throws: `SealingError` where OpenSSL cannot.
  func run() throws -> String {
    let masters = HopBench.masters
    let key = try SealingKey.random()
    var keys = HouseholdKeys()
    keys.add(key, of: Self.household)
    let body = Array(HopMessages.body.utf8)
    let sealed = try keys.seal(body, of: Self.household, at: Self.place)
    let wrapped = try masters.wrap(key, of: Self.household)
    return try line("seal \(body.count) bytes") {
      try keys.seal(body, of: Self.household, at: Self.place).count
    }
      + line("open them") { try keys.open(sealed, at: Self.place).count }
      + line("wrap a key") { try masters.wrap(key, of: Self.household).bytes.count }
      + line("unwrap it") { try masters.unwrap(wrapped, of: Self.household) == key ? 1 : 0 }
  }

  /// Nothing that is done may be left out: each gives a number, and their sum is asked for.
  private func line(_ name: String, _ work: () throws -> Int) throws -> String {
    let (clock, begun) = (ContinuousClock(), OwnUsage.now())
    let start = clock.now
    var sum = 0
    for _ in 0..<times { sum &+= try work() }
    let elapsed = (clock.now - start).inSeconds
    let used = OwnUsage.now().microseconds - begun.microseconds
    guard sum > 0 else { throw SealingError.unavailable }
    let each = Double(Int(Double(used) / Double(times) * 100)) / 100
    return "\(name): \(each) µs of the processor, \(Int(Double(times) / elapsed)) a second\n"
  }
}
