import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// C. consom. art. L721-3: until recevabilité nobody can tell a household that has deposited a file
/// from one that has not.
@Suite struct SecrecyTests {
  private static let secret: Set<Trigger> = [.surendettementFiled, .surendettementRefused]
  /// What only a household whose file was admitted can live.
  private static let admitted: Set<Trigger> = [
    .surendettementAdmitted, .surendettementPlanAdopted, .surendettementMoratorium, .debtErased,
    .surendettementEnded, .scheduleBySurendettement, .clauseSuspendedAfterPRP,
    .evictionSuspendedBySurendettement, .surendettementSuspensionEnded,
  ]

  /// What the calendar alone says.
  private static let truce: Set<Trigger> = [.truceStarted, .truceEnded]

  /// The same life, with or without deposits and refusals that nobody may know of.
  private func life(_ seed: Int, version: Int, isFiled: Bool) throws -> Story {
    var dice = Dice(seed: seed)
    var story = Story(from: "2017-10-03", version: version)
    let known = try #require(ProcedureTables.version(version)).contact.triggers
    let barred = Self.secret.union(Self.admitted).union(Self.truce)
    let open = known.filter { !barred.contains($0) }
    for _ in 0..<40 {
      let trigger = open.randomElement(using: &dice) ?? .reviewDue
      let day = story.today.adding(days: Int.random(in: 0...20, using: &dice))
      let ahead = day.adding(days: Int.random(in: 5...120, using: &dice))
      let isHere = Bool.random(using: &dice)
      try story.hear(trigger, on: day, hearing: trigger == .summonsServed ? ahead : nil)
      if isHere, isFiled { try story.hear(.surendettementFiled, on: day) }
      if isHere, isFiled { try story.hear(.surendettementRefused, on: day) }
    }
    return story
  }

  @Test(arguments: 0..<50, [1, 2])
  func aDepositChangesNothingThatAnybodySees(_ seed: Int, _ version: Int) throws {
    let with = try life(seed, version: version, isFiled: true)
    let without = try life(seed, version: version, isFiled: false)
    #expect(with.sent == without.sent, "graine \(seed)")
    #expect(
      with.armed.mapValues(\.firesOn) == without.armed.mapValues(\.firesOn), "graine \(seed)")
    #expect(with.dossier.situation == without.dossier.situation, "graine \(seed)")
    let shown = with.lines.filter { !$0.isSecret }.map(\.text)
    #expect(shown == without.lines.map(\.text), "graine \(seed)")
    #expect(with.lines.contains { $0.isSecret }, "graine \(seed)")
  }
}
