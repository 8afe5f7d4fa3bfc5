import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// A live dossier that goes to the current version: what it waits for, and what stops it.
@Suite struct VersionMoveTests {
  private let tables = ProcedureTables.current

  @Test(arguments: 0..<60, [1, 2])
  func everyLiveDossierOfAnOlderVersionCanGo(_ seed: Int, _ version: Int) throws {
    let older = try #require(ProcedureTables.version(version))
    var dice = Dice(seed: seed)
    var story = Story(from: "2018-04-03", version: version)
    for _ in 0..<25 {
      let trigger = older.contact.triggers.randomElement(using: &dice) ?? .reviewDue
      let day = story.today.adding(days: Int.random(in: 0...20, using: &dice))
      try story.hear(trigger, on: day, until: day.adding(days: 90))
      if story.dossier.situation.isClosed { continue }
      let move = tables.receive(Standing(story.dossier))
      if case .blocked(let reason) = move { Issue.record("graine \(seed), \(trigger) : \(reason)") }
    }
  }

  @Test func aDossierThatIsWhereItShouldBeGoesUnchanged() throws {
    var story = Story(from: "2018-02-05", version: 1)
    try story.hear(.noticeServed, on: "2018-02-05")
    guard case .unchanged(let moved) = tables.receive(Standing(story.dossier)) else {
      Issue.record("\(tables.receive(Standing(story.dossier)))")
      return
    }
    #expect(moved.version == 3)
    #expect(moved.circumstances.contains(Circumstance.arrearsKnown.rawValue))
  }

  private var standing: Standing {
    Standing(
      version: 1,
      phases: [
        .contact: "diagnosed", .debt: "plan", .housing: "notSought", .procedure: "evictionHeld",
      ], circumstances: ["jexDelaysInForce", "diagnosed"],
      awaited: [
        .contact: "reviewDue", .debt: "reviewDue", .housing: "reviewDue", .procedure: "reviewDue",
      ])
  }

  @Test(
    arguments: [
      "version", "étape", "circonstance", "protection", "échéance", "nom",
    ]) func aDossierThatCannotGoIsBlocked(_ why: String)
  {
    var standing = standing
    switch why {
    case "version": standing.version = 4
    case "étape": standing.phases[.procedure] = "gone"
    case "circonstance": standing.circumstances.append("gone")
    case "protection": standing.phases[.procedure] = "evictionPossible"
    case "échéance": standing.awaited[.procedure] = "hearingPassed"
    default: standing.awaited[.debt] = "gone"
    }
    guard case .blocked(let reason) = tables.receive(standing) else {
      Issue.record("\(tables.receive(standing))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func aDeadlineThatDoesSomethingElseIsTold() {
    var changed = tables
    changed.housing.replace(.notSought, [.reviewDue], with: .go(.sought, [.openRehousing], "essai"))
    guard case .moved(_, let differences) = changed.receive(standing) else {
      Issue.record("\(changed.receive(standing))")
      return
    }
    #expect(differences.count == 1)
    #expect(differences[0].contains("« Relogement recherché » au lieu de « Maintien visé »"))
  }
}
