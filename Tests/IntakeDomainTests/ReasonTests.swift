import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// The sender is told everything that is wrong at once, each with its true reason.
@Suite struct ReasonTests {
  /// One value in a sound commandement, and what is said of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let field: String, value: String, code: String
    /// Parts of the sentence.
    let says: [String]
    var testDescription: String { "\(field): \(value.prefix(40))" }

    init(_ field: String, _ value: String, _ code: String, _ says: String...) {
      self.field = field
      self.value = value
      self.code = code
      self.says = says
    }
  }

  // swift-format-ignore
  static let rows: [Row] = [
    .init("dette", #""144,20""#, "champ.montant", "centimes", "144,20 € s'écrit 14420"),
    .init("dette", "2840.5", "champ.montant", "centimes", "2 840,50 €", "284050"),
    .init("dette", #""1 830 €""#, "champ.montant", "183000"),
    .init("dette", #""beaucoup""#, "champ.montant", "centimes, en nombre entier et sans guillemets."),
    .init("dette", "9007199254740993", "champ.borne", "entre 1 et 50000000", "90 071 992 547 409,93 €"),
    .init("dette", "99999999999999999999", "champ.montant", "centimes"),
    .init("dette", "1e30", "champ.montant", "centimes"),
    .init("dette", "true", "champ.montant", "centimes"),
    .init("dette", "399", "champ.borne", "3,99 €", "moins d'un euro par mois"),
    .init("mois_impayes", "4.5", "champ.nombre", "nombre entier"),
    .init("mois_impayes", #""4""#, "champ.type", "sans guillemets"),
    .init("mois_impayes", "121", "champ.borne", "entre 0 et 120"),
    .init("mode", #""pigeon""#, "champ.valeur", "personne, domicile, etude, 659"),
    .init("mode", "659", "champ.type", "personne, domicile, etude, 659"),
    .init("delai", #""deux mois""#, "champ.valeur", "deux-mois, six-semaines"),
    .init("acte", #""2018-02-30""#, "champ.date", "AAAA-MM-JJ", "doit exister"),
    .init("acte", #""02/02/2018""#, "champ.date", "AAAA-MM-JJ"),
    .init("acte", "20180202", "champ.type", "AAAA-MM-JJ"),
    .init("acte", #""2018-02-06""#, "champ.borne", "jour de réception"),
    .init("acte", #""2015-02-04""#, "champ.borne", "3 ans", "89-462"),
    .init("bail_du", #""1899-12-31""#, "champ.borne", "1900"),
    .init("caution_signifiee", #""2030-01-01""#, "champ.borne", "réception"),
    .init("caution_signifiee", #""2010-01-01""#, "champ.borne", "31 jours", "acte"),
    .init("menage", #"{"dossier":"12"}"#, "champ.forme", "UUID", "menage.dossier"),
    .init("menage", #"{"bail":{"siret":"73282932000075","contrat":"1"}}"#, "champ.forme", "SIRET", "14"),
    .init("menage", #"{"rg":{"tribunal":"Bobigny","numero":"18-123"}}"#, "champ.forme", "AA/NNNNN"),
    .init("menage", #"{"allocataire":{"caisse":"931","numero":"12345678"}}"#, "champ.forme", "7 chiffres"),
    .init("menage", #"{"bail":"L-2031"}"#, "champ.type", "objet", "menage.bail"),
    .init("menage", #"{"exploc":"?"}"#, "champ.texte", "rien de lisible"),
    .init("menage", #"{"exploc":"  "}"#, "champ.texte", "vide"),
    .init("menage", #"{"exploc":"a\nb"}"#, "champ.texte", "caractères de contrôle"),
    .init("menage", #"{"exploc":"a\u0000b"}"#, "json.caractere-interdit", "U+0000", "/menage/exploc"),
    .init("menage", "{}", "menage.incomplet", "menage", "locataires et logement"),
    .init("menage", #"[{"nom":"A"}]"#, "champ.type", "objet"),
  ]

  @Test(arguments: rows)
  func eachReasonIsTheTrueOne(_ row: Row) throws {
    let members = [
      "menage": "{\(Fixture.household)}", "acte": #""2018-02-02""#, "dette": "298500",
      "loyer": "60000", "charges": "9000", "mois_impayes": "4",
    ].merging([row.field: row.value]) { _, new in new }
    let answer = try publish(members.map { "\"\($0)\":\($1)" }.sorted().joined(separator: ","))
    let problems = answer.receipts.first?.erreurs ?? []
    #expect(problems.count == 1)
    #expect(problems.first?.code == row.code, "\(answer.text)")
    #expect(problems.first?.champ.hasPrefix("/" + row.field) == true)
    let text = answer.text.replacing("\u{202F}", with: " ")
    for part in row.says { #expect(text.contains(part), "\(text)") }
    #expect(answer.text.contains("AAAA") == (row.says.contains("AAAA-MM-JJ")))
    #expect(answer.text == problems.first?.texte)
    #expect(answer.code == (row.code == "menage.incomplet" ? row.code : "champ.invalide"))
  }

  @Test func everythingIsToldAtOnceInTheOrderOfTheText() throws {
    let answer = try publish(
      #""mois_impayes":"quatre","dette":0,"menage":{"locataires":[{"nom":"??","naissance":"hier"}],"#
        + #""rg":{"numero":"18/00123"},"bailleur":{"type":"seigneur"}},"acte":"2018-02-06""#)
    let problems = try #require(answer.receipts.first?.erreurs)
    #expect(
      problems.map { [$0.champ, $0.code] } == [
        ["/mois_impayes", "champ.type"], ["/dette", "champ.borne"],
        ["/menage/locataires/0/nom", "champ.texte"],
        ["/menage/locataires/0/naissance", "champ.date"],
        ["/menage/rg/tribunal", "champ.absent"], ["/menage/bailleur/type", "champ.valeur"],
        ["/acte", "champ.borne"], ["/loyer", "champ.absent"], ["/charges", "champ.absent"],
      ])
    #expect(answer.code == "champ.invalide")
    #expect(answer.text.hasPrefix("9 erreurs. Le champ mois_impayes est refusé"))
    for problem in problems { #expect(answer.text.contains(problem.texte)) }
    #expect(problems[1].borne == .init(minimum: .number(1), maximum: .number(50_000_000)))
    #expect(problems[1].attendu == "montant en centimes, nombre entier")
    #expect(problems[5].valeurs_admises == Landlord.Kind.allCases.map(\.rawValue))
    #expect(
      problems[6].borne
        == .init(minimum: .day(day("2015-02-05")), maximum: .day(day("2018-02-05"))))
  }

  @Test func aReceiptListsNoMoreThanItMay() throws {
    let tenants = Array(repeating: #"{"nom":1,"prenom":1,"naissance":1,"sexe":1}"#, count: 12)
    let answer = try publish(
      #""menage":{"locataires":[\#(tenants.joined(separator: ","))],\#(Fixture.dwelling)},"a":1"#)
    let receipt = try #require(answer.receipts.first)
    #expect(receipt.erreurs?.count == 41)
    #expect(receipt.avertissements?.count == 13)
    #expect(receipt.texte.hasPrefix("41 erreurs."))
    #expect(receipt.texte.contains("Les autres sont dans erreurs."))
    #expect(receipt.texte.utf8.count < 2_000)
    let unknown = (0..<200).map { "\"x\($0)\":1" }.joined(separator: ",")
    let many = try publish(
      #""menage":{\#(Fixture.household)},\#(Fixture.cdp),\#(unknown)"#)
    #expect(many.receipts.first?.avertissements?.count == EventCheck.mostListed)
    #expect(many.receipts.first?.statut == .accepte)
  }

  @Test func whatIsWrongInsideOfARectificationIsToldWithItsPlace() throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Fixture.household, Fixture.cdp)
    let inner = #"{\"acte\":\"hier\",\"dette\":\"2985\",\"loyer\":60000,\"charges\":9000}"#
    let fields =
      #""date":"2018-02-05","evenement":"x1","type":"signalement.cdp","donnees":"\#(inner)""#
    let alone = counter.publish(
      .rectification, from: "huissier", id: "r1", menage: Fixture.household, fields)
    let places = ["/donnees/acte", "/donnees/dette", "/donnees/mois_impayes"]
    #expect(alone.receipts.first?.erreurs?.map(\.champ) == places)
    #expect(alone.text.contains("donnees.acte"))
    // Wrong outside and inside: all at once.
    let both = counter.publish(
      .rectification, from: "huissier", id: "r2", menage: Fixture.household,
      fields.replacing("2018-02-05", with: "2018-02-06"))
    #expect(both.receipts.first?.erreurs?.map(\.champ) == ["/date"] + places)
    let broken = counter.publish(
      .rectification, from: "huissier", id: "r3", menage: Fixture.household,
      fields.replacing(inner, with: #"{\"menage\":{},,}"#))
    #expect(broken.code == "json.virgule")
    #expect(broken.receipts.first?.erreurs?.first?.champ.hasPrefix("/donnees") == true)
  }

  @Test(arguments: [
    (#"{"menage":{},"dette":111,"dette":222}"#, "json.membre-double", "/dette"),
    (#"{"menage":{},}"#, "json.virgule", ""),
    (#"{"menage":"#, "json.illisible", "/menage"),
  ])
  func textThatIsNoSoundJSONHasItsOwnCodeAndPlace(
    _ data: String, _ code: String, _ place: String
  ) throws {
    var counter = try Counter()
    let answer = counter.publish(
      type: EventKind.signalementCDP.type, from: "huissier", id: "1", data)
    #expect(answer.code == code)
    #expect(answer.receipts.first?.erreurs?.map(\.champ) == [place])
  }

  @Test(arguments: ["284000", "284000.0", "2.84e5", "2840E+2"])
  func wholeCentsAreAcceptedHoweverTheyAreWritten(_ number: String) throws {
    let answer = try publish(
      #""menage":{\#(Fixture.household)},"#
        + Fixture.cdp.replacing("298500", with: number))
    #expect(answer.receipts.first?.statut == .accepte, "\(answer.text)")
    #expect(answer.receipts.first?.avertissements == nil)
    #expect(
      answer.decision.outgoing.contains { $0.data.contains(#""dette":284000"#) })
  }

  private func publish(_ members: String) throws -> Answered {
    var counter = try Counter()
    return counter.publish(
      type: EventKind.signalementCDP.type, from: "huissier", id: "1", "{\(members)}")
  }
}
