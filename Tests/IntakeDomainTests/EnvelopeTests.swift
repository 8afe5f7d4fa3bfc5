import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct EnvelopeTests {
  private static let cdp = EventKind.signalementCDP.type
  private static let sound = "{\"menage\":{\(Fixture.household)},\(Fixture.cdp)}"

  @Test(arguments: EnvelopeDefect.Reason.allCases)
  func aDefectOfTheEnvelopeIsRefusedWithItsOwnCode(_ reason: EnvelopeDefect.Reason) throws {
    let defect = EnvelopeDefect(reason)
    var counter = try Counter()
    let answer = counter.publish(
      type: Self.cdp, from: "huissier", id: "1", defect: defect, "")
    #expect(answer.code == defect.code)
    #expect(answer.text == defect.sentence)
    let forOperator: Set<EnvelopeDefect.Reason> = [
      .unknownSender, .unknownSpecVersion, .tooLarge, .notStructured, .contradictorySender,
      .json(.syntax),
    ]
    #expect(answer.isQuarantined == forOperator.contains(reason))
  }

  @Test(arguments: EnvelopeDefect.Reason.allCases.map { EnvelopeDefect($0) } + [nil])
  func withoutASenderThereIsNobodyToAnswer(_ defect: EnvelopeDefect?) throws {
    for sender in [nil, ""] {
      var counter = try Counter()
      let answer = counter.publish(
        type: Self.cdp, from: sender, id: "1", defect: defect, Self.sound)
      #expect(answer.decision == .quarantine((defect ?? .unknownSender).rawValue))
      #expect(counter.register == Register())
    }
  }

  @Test(arguments: [
    ("fr.amont.signalement.cdp.v2", "version.inconnue", true),
    ("fr.amont.signalement.cdp.v", "version.inconnue", true),
    ("fr.amont.signalement.v1", "type.inconnu", false),
    ("signalement.cdp", "type.inconnu", false), ("fr.amont.", "type.inconnu", false),
    ("fr.amont.v1", "type.inconnu", false), (".", "type.inconnu", false),
    ("amont.fact.v1", "type.inconnu", false), ("amont.command.v1", "type.inconnu", false),
    ("\u{0}", "type.inconnu", false),
  ])
  func aTypeThatIsNotPublishedIsRefused(
    _ type: String, _ code: String, _ needsOperator: Bool
  ) throws {
    var counter = try Counter()
    let answer = counter.publish(type: type, from: "huissier", id: "1", Self.sound)
    #expect(answer.code == code)
    #expect(answer.isQuarantined == needsOperator)
  }

  @Test(arguments: [
    ("", "json.illisible"), ("{", "json.illisible"), ("pas du JSON", "json.illisible"),
    ("\u{FEFF}", "json.illisible"), ("{\"menage\":{}", "json.illisible"),
    (String(repeating: "[", count: 100_000), "json.profondeur"),
    ("[]", "champ.invalide"), ("12", "champ.invalide"), ("null", "champ.absent"),
    ("{}", "champ.absent"), ("{\"menage\":[]}", "champ.invalide"),
    ("{\"menage\":null}", "champ.absent"),
  ])
  func aPayloadThatIsNoObjectIsRefused(_ data: String, _ code: String) throws {
    var counter = try Counter()
    let answer = counter.publish(type: Self.cdp, from: "huissier", id: "1", data)
    #expect(answer.code == code, "\(answer.text)")
    #expect(answer.isQuarantined == (code == "json.illisible"))
  }

  @Test func theSubjectOfTheEnvelopeNamesTheDossier() throws {
    var counter = try Counter()
    let first = counter.publish(type: Self.cdp, from: "huissier", id: "1", Self.sound)
    let household = try #require(first.dossier)
    let payload = "{\"menage\":{},\(Sample.fields(.executionCQL))}"
    let cql = EventKind.executionCQL.type
    let second = counter.publish(
      type: cql, from: "huissier", id: "2", subject: household, payload)
    #expect(second.dossier == household)
    let third = counter.publish(
      type: cql, from: "huissier", id: "3", subject: HouseholdID(high: 1, low: 1), payload)
    #expect(third.code == "dossier.inconnu")
    let both = "{\"menage\":{\"dossier\":\"\(household)\"},\(Sample.fields(.executionCQL))}"
    let fourth = counter.publish(
      type: cql, from: "huissier", id: "4", subject: HouseholdID(high: 1, low: 1), both)
    #expect(fourth.code == "champ.invalide")
  }

  @Test func noRefusalRepeatsAValue() throws {
    var counter = try Counter()
    let secret = "SECRET-4711"
    for (index, data) in [
      Self.sound.replacing("Lefèvre", with: "\\u0007" + secret),
      Self.sound.replacing("2018-02-02", with: secret),
      Self.sound.replacing("298500", with: "\"\(secret)\""),
      Self.sound.replacing("1984-05-02", with: secret), secret,
    ].enumerated() {
      let answer = counter.publish(type: Self.cdp, from: "huissier", id: "\(index)", data)
      #expect(answer.receipts.first?.statut == .refuse)
      #expect(answer.decision.outgoing.allSatisfy { !$0.data.contains(secret) })
    }
  }

  @Test func anIdentifierThatNoTableHoldsIsKeptWithoutWhatItCannotHold() throws {
    var counter = try Counter()
    _ = counter.publish(
      type: Self.cdp, from: "huissier", id: "a\u{0}b" + String(repeating: "c", count: 300),
      Self.sound)
    let kept = try #require(counter.register.changes.receptions.first)
    #expect(kept.event.hasPrefix("abc"))
    #expect(kept.event.unicodeScalars.count == 200)
  }
}
