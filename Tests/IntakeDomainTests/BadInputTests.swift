import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// One thing wrong, and what the sender must be told.
struct BadInput: Sendable, CustomTestStringConvertible {
  let what: String
  let kind: EventKind
  let sender: String
  let menage: String
  let fields: String
  let code: String
  /// What the sentence must name.
  let names: String

  var testDescription: String { what }

  /// A CDP with one field replaced.
  static func cdp(
    _ what: String, _ old: String, _ new: String, _ code: String, _ names: String
  ) -> BadInput {
    of(.signalementCDP, from: "huissier", what, old, new, code, names)
  }

  /// Any event with one field of its sample replaced.
  static func of(
    _ kind: EventKind, from sender: String, _ what: String, _ old: String, _ new: String,
    _ code: String, _ names: String
  ) -> BadInput {
    BadInput(
      what: "\(kind.rawValue): \(what)", kind: kind, sender: sender,
      menage: Fixture.bail + "," + Fixture.household,
      fields: Sample.fields(kind).replacing(old, with: new), code: code, names: names)
  }

  /// A CDP about that household.
  static func household(
    _ what: String, _ menage: String, _ code: String, _ names: String
  ) -> BadInput {
    BadInput(
      what: "menage: \(what)", kind: .signalementCDP, sender: "huissier", menage: menage,
      fields: Fixture.cdp, code: code, names: names)
  }
}

@Suite struct BadInputTests {
  @Test(arguments: BadInput.all)
  func isRefusedWithItsPlace(_ row: BadInput) throws {
    var counter = try Counter()
    let answer = counter.publish(row.kind, from: row.sender, menage: row.menage, row.fields)
    #expect(answer.code == row.code, "\(answer.text)")
    #expect(answer.text.contains(row.names), "\(answer.text)")
    #expect(answer.receipts.first?.statut == .refuse)
    #expect(answer.decision.outgoing.count == 1)
    #expect(!answer.isQuarantined)
    #expect(counter.register.dossiers.isEmpty)
    let next = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household, Fixture.cdp)
    #expect(next.code == "accepte")
  }
}
