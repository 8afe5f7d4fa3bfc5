/// What a trigger makes true, before any cell is looked up, so that no cell can forget it.
///
/// It depends on the trigger, on the set itself, and on whether the dossier is closed: never on a
/// phase. That is what makes the exploration of one track exact.
public struct Lesson: Codable, Hashable, Sendable {
  /// What becomes true.
  public var learns: Circumstances = []
  /// What is true no longer.
  public var forgets: Circumstances = []
  /// All of these must hold, or nothing is learned.
  public var holding: Circumstances = []
  /// None of these may hold, or nothing is learned.
  public var lacking: Circumstances = []

  func callAsFunction(_ known: inout Circumstances) {
    guard holding.subtracting(known).isEmpty, lacking.intersection(known).isEmpty else { return }
    known = known.subtracting(forgets).union(learns)
  }
}

// One-line makers: the words of the table of lessons.

func learn(
  _ learned: Circumstance..., if held: Circumstance? = nil, unless lacking: Circumstance? = nil
) -> Lesson {
  Lesson(learns: .init(learned), holding: .init(held), lacking: .init(lacking))
}

func forget(
  _ forgotten: Circumstance..., if held: Circumstance? = nil, unless lacking: Circumstance? = nil
) -> Lesson {
  Lesson(forgets: .init(forgotten), holding: .init(held), lacking: .init(lacking))
}

extension Circumstances {
  fileprivate init(_ circumstance: Circumstance?) { self.init([circumstance].compactMap(\.self)) }
}
