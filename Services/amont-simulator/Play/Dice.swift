/// Numbers drawn from a seed: the same seed and the same name give the same numbers on any
/// machine, whatever else was drawn before (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice of one household for one purpose.
  init(seed: UInt64, household: Int, purpose: String) {
    // FNV-1a of the purpose, so that one more draw for one purpose moves no other.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = hash ^ (seed &* 0x9e37_79b9_7f4a_7c15) ^ (UInt64(household) &* 0xbf58_476d_1ce4_e5b9)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Whether something that happens so many times in a hundred happens now.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A number of the range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of the choices, by their weights.
  mutating func choice<Value>(_ weighted: [(Value, weight: Int)]) -> Value? {
    var left = number(1...max(1, weighted.reduce(0) { $0 + $1.weight }))
    for (value, weight) in weighted {
      left -= weight
      if left <= 0 { return value }
    }
    return weighted.last?.0
  }
}
