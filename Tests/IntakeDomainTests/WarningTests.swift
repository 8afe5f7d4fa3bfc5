import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// An event that is accepted says what its sender should look at again.
@Suite struct WarningTests {
  @Test(arguments: EventKind.allCases)
  func aMemberThatNobodyKnowsIsNamedWithTheNearOne(_ kind: EventKind) throws {
    // A letter too many, in the first member of the payload and of the address.
    let name = kind.fields[1].name
    let text =
      "{\"menage\":{\(Fixture.household.replacing("\"voie\"", with: "\"rue\":\"A\",\"voie\""))},"
      + "\"\(name)x\":1,\"zzzzzzzz\":{\"deep\":[1]},\(Sample.fields(kind))}"
    var check = EventCheck(kind, try JSONValue.read(Array(text.utf8)), on: day("2018-02-05"))
    check.run()
    #expect(check.problems.isEmpty)
    #expect(check.warnings.map(\.champ) == ["/menage/logement/rue", "/\(name)x", "/zzzzzzzz"])
    #expect(check.warnings.map(\.code) == Array(repeating: "champ.inconnu", count: 3))
    #expect(check.warnings.map(\.proche) == [nil, name, nil])
  }

  @Test(arguments: [
    ("bail-du", "bail_du"), ("Acte", "acte"), ("mois_impayés", "mois_impayes"),
    ("dete", "dette"), ("lyoer", "loyer"), ("caution_signifie", "caution_signifiee"),
    ("x", nil), ("date", nil), (String(repeating: "dette", count: 20), nil), ("", nil),
  ])
  func theNearMemberIsTheOneThatWasMeant(_ written: String, _ meant: String?) {
    let known = EventKind.signalementCDP.fields.map(\.name)
    #expect(NearName.nearest(to: written, among: known) == meant)
  }

  @Test func aMemberThatNobodyKnowsExplainsTheOneThatIsAbsent() throws {
    let answer = try publish(Fixture.cdp.replacing("\"dette\"", with: "\"Dette\""))
    #expect(answer.code == "champ.absent")
    #expect(answer.receipts.first?.avertissements?.map(\.proche) == ["dette"])
  }

  /// What is written of debt, rent and months, and what is said of it.
  // swift-format-ignore
  static let amounts: [(debt: String, rent: String, months: Int, places: [String], says: String)] = [
    ("284000", "71000", 4, [], ""),
    ("2840.00", "71000", 4, ["/dette"], "28,40 €, trop peu pour 4 mois impayés d'un loyer de 710,00 €"),
    ("284000.00", "71000", 4, ["/dette"], "deux décimales, et vaut 2 840,00 €"),
    ("284000.0", "71000", 4, [], ""),
    ("28399", "71000", 4, ["/dette"], "trop peu"),
    ("28400", "71000", 4, [], ""),
    ("2840", "710", 4, ["/loyer"], "7,10 €"),
    ("28400000", "71000", 4, ["/dette"], "284 000,00 €"),
    ("5680000", "71000", 4, [], ""),
    ("5680001", "71000", 4, ["/dette"], "trop pour"),
    ("71000", "71000", 0, [], ""),
    ("8520001", "71000", 0, ["/dette"], "plus de 120 mois"),
    ("284000", "7100000", 4, [], ""),
    ("999", "71000", 4, ["/dette"], "9,99 €"),
  ]

  @Test(arguments: amounts.indices)
  func anAmountThatRentAndMonthsContradictIsShownInEuros(_ index: Int) throws {
    let row = Self.amounts[index]
    let answer = try publish(
      #""acte":"2018-02-02","dette":\#(row.debt),"loyer":\#(row.rent),"charges":9000,"#
        + #""mois_impayes":\#(row.months)"#)
    let receipt = try #require(answer.receipts.first)
    if row.rent == "7100000" {
      #expect(receipt.erreurs?.map(\.champ) == ["/loyer"], "beyond its bounds it is refused")
      return
    }
    #expect(receipt.statut == .accepte, "\(receipt.texte)")
    let warnings = receipt.avertissements ?? []
    #expect(warnings.compactMap(\.champ) == row.places, "\(warnings)")
    #expect(warnings.allSatisfy { $0.code == "montant.invraisemblable" })
    let text = (warnings.first?.texte ?? "").replacing("\u{202F}", with: " ")
    #expect(text.contains(row.says), "\(text)")
    // The commission reads it where it decides what to look at first.
    let told = answer.notices(.signalementRecu).map(\.texte).joined()
    #expect(told.contains("invraisemblable") == !row.places.isEmpty)
    #expect(!told.contains("€"))
  }

  @Test func anActToldLongAfterwardsIsAcceptedWithAWarning() throws {
    let edge = day("2018-02-05").adding(days: -Submission.daysUntilLate)
    for (act, places) in [(edge, [String]()), (edge.adding(days: -1), ["/acte"])] {
      let answer = try publish(Fixture.cdp.replacing("2018-02-02", with: "\(act)"))
      #expect(answer.receipts.first?.statut == .accepte)
      #expect((answer.receipts.first?.avertissements ?? []).compactMap(\.champ) == places)
    }
  }

  @Test func marksThatNobodySeesAreTakenOutOfNames() throws {
    let plain = try publish(Fixture.cdp)
    for mark in ["\u{202E}", "\\u200F", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{2066}"] {
      let household = Fixture.household.replacing("Lefèvre", with: "Le\(mark)fèvre")
      let answer = try publish(Fixture.cdp, household)
      #expect(
        answer.receipts.first?.avertissements?.map { [$0.code, $0.champ] }
          == [["marque.retiree", "/menage/locataires/0/nom"]])
      #expect(answer.openings == plain.openings)
    }
    // Persian is written with these.
    let persian = Fixture.household.replacing("Lefèvre", with: "می\u{200C}خواهم")
    #expect(try publish(Fixture.cdp, persian).receipts.first?.avertissements == nil)
  }

  @Test(arguments: [
    ("12345", true), ("Inconnu", true), ("X", true), ("xxx", true), ("NC", true),
    ("non renseigné", true), ("Dupont2", true), ("O", false), ("Ng", false), ("O'Brien", false),
    ("محمد", false), ("Петров", false), ("Test-Dupont", false), ("Xu", false),
  ])
  func aNameThatIsNobodysIsAcceptedWithAWarning(_ name: String, _ isSuspect: Bool) throws {
    let answer = try publish(Fixture.cdp, Fixture.household.replacing("Lefèvre", with: name))
    #expect(answer.receipts.first?.statut == .accepte)
    #expect(
      (answer.receipts.first?.avertissements ?? []).map(\.code)
        == (isSuspect ? ["nom.suspect"] : []))
    #expect(answer.receipts.first?.avertissements?.contains { $0.texte.contains(name) } != true)
  }

  @Test func oneThatWaitsIsWarnedOfAtOnceAndAgainWhenItIsTakenIn() throws {
    var counter = try Counter()
    let early = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.household,
      Sample.fields(.apurementVersement) + #","montnat":7000"#)
    #expect(early.code == "accepte.en-attente")
    #expect(early.receipts.first?.avertissements?.map(\.proche) == ["montant"])
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "s", menage: Fixture.household, Fixture.cdp)
    #expect(signal.receipts.map(\.evenement) == ["s", "p"])
    #expect(signal.receipts.first?.avertissements == nil)
    #expect(signal.receipts.last?.avertissements?.map(\.proche) == ["montant"])
  }

  private func publish(
    _ fields: String, _ household: String = Fixture.household
  ) throws -> Answered {
    var counter = try Counter()
    return counter.publish(
      .signalementCDP, from: "huissier", menage: household, fields)
  }
}
