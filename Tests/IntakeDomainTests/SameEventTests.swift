import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// An event is named by its account, its source and its identifier; its content tells a copy from
/// another event that bears its name.
@Suite struct SameEventTests {
  private static let bail = "{" + #""menage":{"# + Fixture.bail + "," + Fixture.household + "},"
  private static let first = bail + Fixture.cdp + "}"
  private static let rewritten =
    "{ " + Fixture.cdp.replacing("298500", with: "2985e2") + ", "
    + #""menage" : {"# + Fixture.household + ", " + Fixture.bail + "} }"
  private static let otherDebt = first.replacing("298500", with: "111100")

  /// What an étude publishes, one after the other.
  struct Post: Sendable {
    var id = "e1", source: String? = "urn:a", kind = EventKind.signalementCDP
    var data = SameEventTests.first, on = "2018-02-05", subject: HouseholdID?
    var attempt = Attempt.first
    /// What must come.
    let code: String, recu: String
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String, posts: [Post]
  }

  @Test(arguments: [
    Case(
      testDescription: "the same again",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(on: "2018-02-09", code: "doublon", recu: "2018-02-05"),
      ]),
    Case(
      testDescription: "the same, its JSON written otherwise",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(data: rewritten, on: "2018-02-09", code: "doublon", recu: "2018-02-05"),
      ]),
    Case(
      testDescription: "another content",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(data: otherDebt, on: "2018-02-09", code: "evenement.conflit", recu: "2018-02-05"),
        Post(data: otherDebt, on: "2018-02-10", code: "evenement.conflit", recu: "2018-02-05"),
        Post(on: "2018-02-11", code: "doublon", recu: "2018-02-05"),
      ]),
    Case(
      testDescription: "another type",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(
          kind: .executionCQL, data: bail + Sample.fields(.executionCQL) + "}",
          code: "evenement.conflit", recu: "2018-02-05"),
      ]),
    Case(
      testDescription: "another household in the envelope",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(
          subject: HouseholdID(high: 1, low: 1), code: "evenement.conflit", recu: "2018-02-05"),
      ]),
    Case(
      testDescription: "another source",
      posts: [
        Post(code: "accepte", recu: "2018-02-05"),
        Post(
          source: "urn:b", data: otherDebt, on: "2018-02-09", code: "accepte",
          recu: "2018-02-09"),
      ]),
    Case(
      testDescription: "mended after a refusal",
      posts: [
        Post(
          data: first.replacing("2018-02-02", with: "2018-02-30"), code: "champ.invalide",
          recu: "2018-02-05"),
        Post(on: "2018-02-09", code: "accepte", recu: "2018-02-09"),
        Post(on: "2018-02-10", code: "doublon", recu: "2018-02-09"),
      ]),
    Case(
      testDescription: "the same after a refusal that the clock undid",
      posts: [
        Post(on: "2018-02-01", code: "champ.invalide", recu: "2018-02-01"),
        Post(on: "2018-02-02", code: "accepte", recu: "2018-02-02"),
        Post(on: "2018-02-03", code: "doublon", recu: "2018-02-02"),
      ]),
    Case(
      testDescription: "mended after one that could not be read",
      posts: [
        Post(data: "{", code: "json.illisible", recu: "2018-02-05"),
        Post(on: "2018-02-09", code: "accepte", recu: "2018-02-09"),
      ]),
    Case(
      testDescription: "released after it was mended",
      posts: [
        Post(data: "{", code: "json.illisible", recu: "2018-02-05"),
        Post(on: "2018-02-09", code: "accepte", recu: "2018-02-09"),
        Post(data: "{", on: "2018-02-10", attempt: .released(30), code: "-", recu: "-"),
      ]),
    Case(
      testDescription: "the conflict of one that waits",
      posts: [
        Post(
          kind: .apurementVersement, data: bail + Sample.fields(.apurementVersement) + "}",
          code: "expediteur.non-autorise", recu: "2018-02-05"),
        Post(
          kind: .tribunalNotification, data: bail + Sample.fields(.tribunalNotification) + "}",
          code: "accepte.en-attente", recu: "2018-02-05"),
        Post(on: "2018-02-09", code: "evenement.conflit", recu: "2018-02-05"),
      ]),
  ])
  func whatComesUnderOneName(_ row: Case) throws {
    var counter = try Counter()
    for (place, post) in row.posts.enumerated() {
      var message = Message(
        id: post.id, source: "partner/huissier", type: post.kind.type, household: post.subject,
        occurredOn: day(post.on), sender: "huissier", data: Array(post.data.utf8))
      message.origin = post.source
      message.attempt = post.attempt
      let answer = counter.take(message, on: post.on)
      #expect(answer.code ?? "-" == post.code, "post \(place)")
      #expect(answer.receipts.first?.recu.description ?? "-" == post.recu, "post \(place)")
    }
  }

  /// Rows of an earlier release have neither source nor digest.
  @Test(arguments: [
    (EventKind.signalementCDP, Receipt.Status.accepte, "accepte", "doublon", "2018-02-03"),
    (.executionCQL, .accepte, "accepte", "evenement.conflit", "2018-02-03"),
    (.signalementCDP, .refuse, "champ.invalide", "accepte", "2018-02-05"),
    (.signalementCDP, .refuse, "evenement.retire", "doublon", "2018-02-03"),
    (.signalementCDP, .refuse, "erreur.interne", "accepte", "2018-02-03"),
  ])
  func anEventOfAnEarlierReleaseIsKnown(
    _ kind: EventKind, _ status: Receipt.Status, _ first: String, _ code: String, _ recu: String
  ) throws {
    var counter = try Counter()
    counter.register = Register(receptions: [
      Reception(
        id: .init(sender: "huissier", event: "e1"), type: kind.type, status: status, code: first,
        household: nil, receivedOn: day("2018-02-03"))
    ])
    let answer = counter.take(event("urn:a"))
    #expect(answer.code == code)
    #expect(answer.receipts.first?.recu == day(recu))
  }

  @Test func whatAnOperatorReleasesIsAnsweredAnewAndKeepsItsDay() throws {
    var counter = try Counter()
    let id = Reception.ID(sender: "huissier", event: "e1", source: "urn:a")
    counter.register = Register(receptions: [
      Reception(
        id: id, type: EventKind.signalementCDP.type, status: .refuse, code: "expediteur.inconnu",
        household: nil, receivedOn: day("2018-02-03"))
    ])
    var message = event("urn:a")
    message.attempt = .released(20)
    let answer = counter.take(message)
    #expect(answer.code == "accepte")
    #expect(answer.receipts.first?.recu == day("2018-02-03"))
    #expect(counter.register.receptions[id]?.status == .accepte)
    #expect(counter.register.receptions[id]?.receivedOn == day("2018-02-03"))
  }

  @Test func whatAmontCouldNotDecideHasNotServed() throws {
    var counter = try Counter()
    let message = event("urn:a")
    let aside = Answered(
      Decision(
        outgoing: counter.desk.answerQuarantined(
          message, reference: "Q-17", on: day("2018-02-03"))))
    #expect(aside.code == "erreur.interne")
    #expect(aside.receipts.first?.statut == .refuse)
    #expect(aside.receipts.first?.reference == "Q-17")
    let kept = try #require(counter.desk.quarantined(message, on: day("2018-02-03")))
    #expect(kept.code == "erreur.interne")
    // The landlord's proof is of the day on which Amont had it.
    counter.register = Register(receptions: [kept])
    let again = counter.take(message, on: "2018-02-09")
    #expect(again.code == "accepte")
    #expect(again.receipts.first?.recu == day("2018-02-03"))
  }

  @Test func aDefectiveCopyTakesNothingFromWhatWasAccepted() throws {
    var counter = try Counter()
    _ = counter.take(event("urn:a"))
    let before = counter.register
    var defective = Message(
      id: "e1", source: "partner/huissier", type: EventKind.signalementCDP.type,
      occurredOn: day("2018-02-06"), sender: "huissier", data: [],
      defect: EnvelopeDefect(.invalidTime))
    defective.origin = "urn:a"
    #expect(counter.take(defective).code == "enveloppe.date-invalide")
    #expect(counter.register == before)
  }

  @Test func twoSourcesUnderOneIdentifierNeverShareAName() throws {
    var counter = try Counter()
    let one = counter.take(event("urn:a"))
    let other = counter.take(event("urn:b", data: Self.otherDebt))
    #expect([one.code, other.code] == ["accepte", "accepte"])
    let roots = { (answer: Answered) in
      Set(answer.decision.outgoing.compactMap { $0.chain?.root })
    }
    #expect(!roots(one).isEmpty)
    #expect(roots(one).isDisjoint(with: roots(other)))
    let names = [event("urn:a"), event("urn:b")].map { counter.desk.read($0).message.identity }
    #expect(Set(names).count == 2)
    #expect(names.allSatisfy { $0.hasPrefix("e1~") })
    #expect(counter.register.receptions.count == 2)
  }

  /// A rectification names the source only where it must.
  @Test(arguments: [
    (["urn:a"], String?.none, "accepte"), (["urn:a"], "urn:a", "accepte"),
    (["urn:a"], "urn:b", "evenement.inconnu"),
    (["urn:a", "urn:b"], nil, "evenement.ambigu"), (["urn:a", "urn:b"], "urn:b", "accepte"),
  ])
  func aRectificationFindsItsEvent(
    _ sources: [String], _ named: String?, _ code: String
  ) throws {
    var counter = try Counter()
    for source in sources { _ = counter.take(event(source)) }
    let source = named.map { #""source":"\#($0)","# } ?? ""
    let answer = counter.publish(
      .rectification, from: "huissier", id: "r", menage: Fixture.bail,
      source + #""date":"2018-02-05","evenement":"e1","type":"signalement.cdp""#)
    #expect(answer.code == code)
    let withdrawn = counter.register.contributions.values.filter(\.isWithdrawn).map(\.id.source)
    #expect(withdrawn == (code == "accepte" ? [named ?? "urn:a"] : []))
  }

  private func event(_ source: String, data: String = SameEventTests.first) -> Message {
    var message = Message(
      id: "e1", source: "partner/huissier", type: EventKind.signalementCDP.type,
      occurredOn: day("2018-02-05"), sender: "huissier", data: Array(data.utf8))
    message.origin = source
    return message
  }
}
