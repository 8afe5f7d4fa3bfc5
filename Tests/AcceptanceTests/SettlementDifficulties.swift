import Contracts
import Testing
import Vocabulary

/// Difficultés d'apurement (domain.md, section 6).
@Suite("Difficultés d'apurement") struct SettlementDifficulties {
  static let all = [sc21, sc23, sc25, sc26]

  static let sc21 = Scenario("SC21", "Dette payée après le délai, avant l'assignation") {
    for household in ["A", "B"] {
      le("2018-03-12", .huissier, .commandement(du: "2018-03-08")).pour(household)
      le("2018-05-22", .bailleurPrive, .soldee(le: "2018-05-15")).pour(household)
    }
    le("2018-07-03", .huissier, .assignation(du: "2018-07-02", audience: "2018-09-18")).pour("B")
  }

  @Test("SC21. Dette payée après le délai du commandement, avant l'assignation", .played(sc21))
  func payeeApresLeDelai() async throws {
    let scene = try await Played.scene(Self.sc21)
    scene.expect(
      echeance: "CDP.delai", le: "2018-05-09", brute: "2018-05-08", parce: "8 mai")
    // The clause is acquired; the landlord confirms that nothing is left to claim.
    scene.expect(fait: "noticeExpired", le: "2018-05-09")
    scene.expect(fait: "debtCleared", le: "2018-05-15")
    scene.expect(cloture: "debtCleared")
    scene.expect(silenceApres: "2018-05-22")
    // Assigned all the same: the dossier opens again by itself.
    let twin = try await Played.scene(Self.sc21, household: "B")
    #expect(twin.record.dossiers.count == 1)
    #expect(twin.record.standing.closure == nil)
    twin.expect(fait: "summonsServed", le: "2018-07-02")
    twin.expect(avis: .dsfDemande, a: .operateurDSF, le: "2018-07-03")
  }

  static let sc23 = Scenario(
    "SC23", "Recevabilité après l'acquisition de la clause", fin: "2018-03-01"
  ) {
    le("2017-10-05", .huissier, .commandement(du: "2017-10-03", dette: .euros(9_000)))
    le("2017-10-10", .serviceSocial, .rencontre)
    le("2017-10-12", .serviceSocial, .diagnostic(.surendette))
    le("2017-12-11", .menage, .depotSurendettement)
    le("2018-01-08", .banqueDeFrance, .recevabilite())
  }

  @Test("SC23. Recevabilité après l'acquisition de la clause", .played(sc23))
  func recevabiliteTardive() async throws {
    let scene = try await Played.scene(Self.sc23)
    scene.expect(echeance: "CDP.delai", le: "2017-12-04")
    scene.expect(fait: "noticeExpired", le: "2017-12-04")
    // The clause stays acquired: the procedure does not go back.
    scene.expect(ouvertA: "noticeExpired")
    scene.expect(fait: "surendettementAdmitted", le: "2018-01-08")
    scene.expect(echeance: "SURENDET.suspension", le: "2020-01-08")
    scene.expect(avis: .surendettementRecevable, a: .huissier, le: "2018-01-08")
  }

  static let sc25 = Scenario("SC25", "Le dépôt ne fuit pas", fin: "2017-11-02") {
    for household in ["A", "B"] {
      le("2017-10-05", .huissier, .commandement(du: "2017-10-03", dette: .euros(9_000)))
        .pour(household)
      le("2017-10-06", .caf, .impayeCAF(dette: .euros(9_000))).pour(household)
      le("2017-10-10", .serviceSocial, .rencontre).pour(household)
      le("2017-10-12", .serviceSocial, .diagnostic(.surendette)).pour(household)
    }
    le("2017-10-20", .menage, .depotSurendettement)
    // The landlord asks what becomes of his debt: he publishes, and reads the answer.
    for household in ["A", "B"] {
      le("2017-11-02", .bailleurPrive, .refusePlan).pour(household)
    }
  }

  @Test("SC25. Rien de ce que voit un créancier ne dit qu'un dossier est déposé", .played(sc25))
  func leDepotNeFuitPas() async throws {
    let deposited = try await Played.scene(Self.sc25)
    let twin = try await Played.scene(Self.sc25, household: "B")
    deposited.expect(fait: "surendettementFiled", le: "2017-10-20")
    // Each body that must not know reads the same of both households: notice, day, words, delay.
    for reader in PartnerKind.allCases where !reader.maySeeSurendettementDeposit {
      #expect(deposited.read(by: reader) == twin.read(by: reader), "\(reader.rawValue)")
    }
    // The line of the timeline is marked as a secret.
    let lines = deposited.record.standing.lines.filter { $0.trigger == "surendettementFiled" }
    #expect(lines.map(\.isSecret) == [true])
  }

  static let sc26 = Scenario(
    "SC26", "Protocole de cohésion sociale", bailleur: .personneMoraleSociale, fin: "2019-09-30"
  ) {
    le("2017-11-15", .bailleurSocial, .saisine())
    le("2018-02-13", .huissier, .assignation(du: "2018-02-12", audience: "2018-04-24"))
    le("2018-03-06", .serviceSocial, .rencontre)
    le("2018-04-10", .operateurDSF, .dsf(.maintien))
    le("2018-04-24", .tribunal, .audience(present: true, delibere: "2018-06-05"))
    le("2018-06-05", .tribunal, .juge(.expulsionFerme))
    le("2018-10-01", .bailleurSocial, .protocole(jusque: "2020-10-01"))
    le("2019-04-10", .bailleurSocial, .impayee(nil))
    le("2019-06-20", .bailleurSocial, .protocole(jusque: "2023-10-01", avenant: true))
  }

  @Test("SC26. Protocole de cohésion sociale, rompu puis renégocié", .played(sc26))
  func protocoleDeCohesion() async throws {
    let scene = try await Played.scene(Self.sc26)
    scene.expect(fait: "cohesionProtocolSigned", le: "2018-10-01")
    scene.expect(echeance: "PROTOCOLE.duree", le: "2020-10-01")
    // The CAF keeps the aid for three months at most, to renegotiate.
    scene.expect(avis: .coming("protocole-rompu"), a: .caf, des: "2019-04-10", avant: "2019-04-15")
    scene.expect(echeance: "protocol.renegotiation", le: "2019-07-10")
    scene.expect(echeance: "PROTOCOLE.avenant", le: "2023-10-01")
    // The landlord gives up the eviction meanwhile.
    scene.expect(aucunFait: "quitOrderServed", "cohesionProtocolEnded")
    #expect(scene.record.standing.closure == nil)
  }
}

extension Act {
  /// The landlord confirms on another day that all was paid.
  fileprivate static func soldee(le day: Day) -> Act {
    .du { _ in .apurementSolde(ApurementSolde(date: day)) }
  }

  fileprivate static let refusePlan = Act.du {
    .apurementPlan(ApurementPlan(date: $0, accord: false))
  }
}

extension Played {
  /// What a partner can see of the household: each notice with its day, its words and its days.
  fileprivate func read(by reader: PartnerKind) -> [String] {
    record.post.filter { $0.reader == reader }.map { posted in
      var notice = posted.notice
      notice.dossier = HouseholdID(high: 0, low: 0)
      return "\(posted.day) \(notice)"
    }.sorted()
  }
}
