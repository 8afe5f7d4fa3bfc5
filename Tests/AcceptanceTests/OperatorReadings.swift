import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

/// What the operator's tool reads in the real tables of the six services (`amontctl dossier show`,
/// `deadlines`, `report`), in scenarios whose partners' acts say what must be read.
@Suite("What the operator's tool reads") struct OperatorReadings {
  @Test("dossier show: what is awaited, from whom, until when, under which article", .season)
  func whatIsAwaited() async throws {
    // SC21 B was assigned on 2 July 2018, for a hearing on 18 September.
    let xray = try await xray(SettlementDifficulties.sc21, household: "B")
    let report = try #require(xray.awaited.first { $0.kind == "dsf.margin" })
    #expect(report.from == "opérateur du DSF")
    #expect(!report.article.isEmpty && report.due < "2018-09-18")
    #expect(xray.text.contains("au plus tard le \(report.due) : le DSF"))
    #expect(xray.text.contains("de qui : opérateur du DSF   (social-diagnosis, dsf.margin)"))
    #expect(xray.text.contains("texte : \(report.article) ; \(report.delay)"))
    #expect(xray.text.contains("sinon, le \(report.firesOn) : ce qui est connu part au juge"))

    // SC35: the landlord asked for an indemnity on 15 July 2024; silence rejected it on 15
    // September. The préfet has refused the concours: he must look at it again, every month.
    let refused = try await self.xray(ExecutionDifficulties.sc35)
    let again = try #require(refused.awaited.first { $0.kind == "cfp.reexamen" })
    #expect(again.from == "préfet" && again.due > "2024-09-30" && again.due <= "2024-10-31")
    #expect(refused.closedOn == nil && refused.landlord == "personne-physique")
  }

  @Test("dossier show: a closed dossier awaits nothing, and says how it ended", .season)
  func aClosedDossier() async throws {
    let xray = try await xray(HappyPaths.sc05)
    #expect(xray.closedOn == "2018-05-01" && xray.awaited.isEmpty)
    #expect(xray.text.contains("Rien n'est plus attendu : le dossier est clos."))
    #expect(xray.timeline.contains { $0.day == "2018-05-01" && $0.kind == "closed" })
  }

  @Test("dossier show: the deposit of a surendettement file is marked as a secret", .season)
  func theDepositIsMarked() async throws {
    let xray = try await xray(SettlementDifficulties.sc25)
    let ruling = try #require(xray.awaited.first { $0.kind == "surendettement.ruling" })
    #expect(ruling.isSecret && ruling.from == "commission de surendettement")
    #expect(xray.text.contains("la décision sur la recevabilité (SECRET, C. consom. L721-3)"))
    #expect(xray.timeline.contains { $0.isSecret })
  }

  @Test("dossier show: a partner's own reference names the dossier, and no other", .season)
  func referencesNameDossiers() async throws {
    for (scenario, household) in [
      (HappyPaths.sc01, "A"), (SettlementDifficulties.sc21, "B"), (HappyPaths.sc05, "A"),
    ] {
      let record = try await Played.scene(scenario, household: household).record
      #expect(record.named == record.dossier.map { [$0] }, "\(scenario.id)")
    }
  }

  @Test("deadlines: every armed one, as table, CSV and agenda, without the secret", .season)
  func armedDeadlines() async throws {
    let record = try await Played.scene(SettlementDifficulties.sc25).record
    let agenda = record.agenda
    #expect(Set(agenda.map(\.kind)).isSuperset(of: ["surendettement.ruling"]))
    // Each of them was armed by a service, with the same days and the same text.
    for armed in agenda {
      let own = record.armed.keys.filter { $0.service == armed.service && $0.kind == armed.kind }
      #expect(
        own.contains { $0.due == armed.deadline.due && $0.article == armed.deadline.article },
        "\(armed.kind)")
    }
    let shown = agenda.filter { !$0.isSecret }
    #expect(shown.count < agenda.count && !shown.isEmpty)
    let dossier = try #require(record.dossier)
    let ics = ICalendar.text(of: shown, stamp: "20171102T090000Z").replacing("\r\n ", with: "")
    let csv = DeadlineList(shown).csv.split(separator: "\r\n")
    #expect(csv.count == shown.count + 1)
    for armed in shown {
      let day = armed.deadline.due.description
      #expect(ics.contains("UID:\(dossier).\(armed.service.rawValue).\(armed.kind)@amont"))
      #expect(ics.contains("DTSTART;VALUE=DATE:" + day.filter { $0 != "-" }))
      #expect(csv.contains { $0.hasPrefix("\(day),\(dossier),\(armed.service.rawValue),") })
      #expect(DeadlineList(shown).table.contains(armed.deadline.article))
    }
    #expect(!ics.contains("surendettement.ruling"))
  }

  private func xray(_ scenario: Scenario, household: String = "A") async throws -> XRay {
    try #require(try await Played.scene(scenario, household: household).record.xray)
  }
}

extension Trait where Self == ConditionTrait {
  /// Judged where the whole season is played.
  static var season: Self {
    .enabled(
      if: Theatre.isAvailable && !Chosen.isPart,
      "a part was chosen, or no servers: start with Tests/run")
  }
}
