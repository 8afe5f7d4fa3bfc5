import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

@Suite("The x-ray of a dossier") struct XRayTests {
  @Test("What follows if nothing comes is what the tables would do on the day")
  func whatFollowsIsWhatTheTablesDo() throws {
    var situation = Situation()
    situation.procedure = .policeAidAsked
    let tables = try #require(ProcedureTables.version(1))
    let expectation = XRay.Expectation(
      try armed(.sagaOrchestrator, "procedure.policeAidSilence"), in: situation, by: tables)
    #expect(expectation.what == "la décision sur le CFP")
    #expect(expectation.from == "préfet")
    let step = tables.step(situation, .policeAidSilence)
    #expect(step.situation.procedure == .policeAidRefused)
    #expect(
      expectation.otherwise.first?.hasPrefix("procédure passe à « CFP refusé » [") == true)
    #expect(
      expectation.otherwise.count == step.entered.count + step.orders.count
        + step.reviews.count)
  }

  @Test("A review is the affair of the track that waits, and of no other")
  func aReviewIsOfOneTrack() throws {
    let tables = try #require(ProcedureTables.version(1))
    let situation = Situation()
    for track in Track.allCases {
      let kind = track.rawValue + ".reviewDue"
      let armed = try #require(ArmedTrigger(kind: kind, in: situation))
      let step = tables.step(situation, .reviewDue, only: track)
      let said = tables.consequences(of: armed, in: situation)
      #expect(
        said.count == max(1, step.entered.count + step.orders.count + step.reviews.count))
    }
  }

  @Test("The truce ends where it holds, and begins where it does not", arguments: [true, false])
  func theTruceComesOrGoes(_ holds: Bool) throws {
    var situation = Situation()
    if holds { situation.circumstances.insert(.winterTruce) }
    let armed = try #require(ArmedTrigger(kind: "protection.treve", in: situation))
    #expect(armed.trigger == (holds ? .truceEnded : .truceStarted))
    #expect(armed.track == nil)
  }

  @Test("A kind of a newer release is shown by its name, never guessed")
  func anUnknownKindIsShown() throws {
    #expect(ArmedTrigger(kind: "garden.grows", in: Situation()) == nil)
    let expectation = XRay.Expectation(
      try armed(.rehousing, "garden.grows"), in: Situation(), by: nil)
    #expect(expectation.what == "garden.grows")
    #expect(expectation.otherwise == ["—"])
  }

  @Test("The text tells each deadline with its count, its text and its secrecy")
  func theTextExplains() throws {
    let xray = try sample()
    #expect(
      xray.text.contains(
        """
            au plus tard le 2017-11-13 : la décision sur la recevabilité (SECRET, C. consom. L721-3)
                de qui : commission de surendettement   (debt-settlement, surendettement.ruling)
                texte : loi 89-462, art. 24 I ; 2 mois à compter du 2017-09-12, soit le 2017-11-12, \
        reporté : dimanche (règle CDP.delai)
                sinon, le 2017-11-14 : la commission est relancée
        """))
    #expect(xray.text.contains("2017-09-14  ⏰ Échéance. [Charte]"))
    #expect(xray.text.contains("la trêve, depuis le 2017-11-01, jusqu'au 2018-03-31 [CPCE L412-6]"))
    #expect(xray.text.contains("le 2017-12-01, audience : 2018-04-17 devient — (acte rappelé)"))
  }

  @Test("An open dossier that waits for nothing says so loudly")
  func nothingAwaitedIsSaid() throws {
    #expect(try sample(awaited: []).text.contains("ATTENTION"))
    #expect(try !sample(awaited: [], closedOn: "2018-01-01").text.contains("ATTENTION"))
  }

  @Test("A closed dossier says how long it is kept")
  func retentionIsSaid() throws {
    // SC06: all paid on 10 June 2021.
    let closed = try sample(awaited: [], closedOn: "2021-06-10")
    #expect(closed.retention?.activeUntil == "2023-06-10")
    #expect(closed.text.contains("Base active jusqu'au 2023-06-10, archive jusqu'au 2026-06-10"))
    #expect(try sample().retention == nil)
  }

  private func sample(
    awaited: [XRay.Expectation]? = nil, closedOn: String? = nil
  ) throws -> XRay {
    let one = XRay.Expectation(
      try armed(.debtSettlement, "surendettement.ruling"), in: Situation(), by: nil)
    return XRay(
      household: "8c1f7a52-4f0e-5d7b-9a6c-2b1d3e4f5a6b", version: 1, openedOn: "2017-09-14",
      commission: "931", commune: "93066", landlord: "personne-physique", closedOn: closedOn,
      closure: nil, retention: closedOn.flatMap(Day.init).flatMap { Retention(closedOn: $0) },
      phases: [XRay.Phase(track: "dette", phase: "owed", title: "Dette signalée")],
      awaited: awaited ?? [one],
      protections: [
        XRay.Protection(
          name: "la trêve", since: "2017-11-01", until: "jusqu'au 2018-03-31",
          article: "CPCE L412-6")
      ], reviews: [XRay.Review(reason: "une étape tarde", openedOn: "2017-10-01")],
      revisions: [
        XRay.Revision(
          on: "2017-12-01", subject: "audience", was: "2018-04-17", becomes: nil,
          because: "acte rappelé")
      ],
      timeline: [
        XRay.Line(
          day: "2017-09-14", kind: "fired", text: "Échéance.", article: "Charte", isSecret: false)
      ])
  }
}
