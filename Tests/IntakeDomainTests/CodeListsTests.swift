import Contracts
import Testing

@testable import IntakeDomain

@Suite struct CodeListsTests {
  private static let text = """
    # Seine-Saint-Denis
    tribunal\tTribunal judiciaire de Bobigny\tTJ Bobigny
    tribunal\tTribunal de proximité de Saint-Denis
    caisse\t931\tCAF 93
    etude\tÉtude Martin et associés\tSCP Martin
    """

  private static func lists() throws -> CodeLists { try CodeLists(parsing: text) }

  private static func menage(_ tribunal: String) -> String {
    #""rg":{"tribunal":"\#(tribunal)","numero":"23/00123"}"#
  }

  @Test(arguments: [
    ("TJ Bobigny", true), ("tribunal judiciaire de bobigny", true), ("T.J. BOBIGNY", false),
    ("TJ Paris", false), ("Tribunal de proximité de Saint-Denis", false),
  ])
  func twoWritingsOfOneCourtFindOneDossier(_ second: String, _ isSame: Bool) throws {
    var counter = try Counter(at: Fixture.desk(lists: Self.lists()))
    let first = counter.publish(
      .tribunalAssignation, from: "huissier",
      menage: Self.menage("Tribunal judiciaire de Bobigny") + "," + Fixture.household,
      Sample.fields(.tribunalAssignation))
    let hearing = counter.publish(
      .tribunalAudience, from: "tribunal", menage: Self.menage(second),
      Sample.fields(.tribunalAudience))
    #expect(first.dossier != nil)
    #expect((hearing.dossier == first.dossier) == isSame)
    if !isSame { #expect(hearing.code == Receipt.Code.waiting.word) }
  }

  @Test func aDossierFromBeforeTheListIsFoundUnderItsOldName() throws {
    var counter = try Counter()
    let old = counter.publish(
      .tribunalAssignation, from: "huissier",
      menage: Self.menage("TJ Bobigny") + "," + Fixture.household,
      Sample.fields(.tribunalAssignation))
    var listed = try Counter(at: Fixture.desk(lists: Self.lists()))
    listed.register = counter.register
    // The first one that writes the old name teaches the dossier the listed one.
    for (number, name) in ["TJ Bobigny", "Tribunal judiciaire de Bobigny"].enumerated() {
      let answer = listed.publish(
        .tribunalAudience, from: "tribunal", id: "n\(number)", menage: Self.menage(name),
        Sample.fields(.tribunalAudience))
      #expect(answer.dossier == old.dossier)
    }
  }

  @Test(arguments: [
    // Known, under any of its writings.
    (#""rg":{"tribunal":"tj bobigny","numero":"23/00123"}"#, nil, nil),
    (#""allocataire":{"caisse":"CAF-93","numero":"1"}"#, nil, nil),
    (#""commandement":{"etude":"SCP MARTIN","reference":"1"}"#, nil, nil),
    // A slip.
    (
      #""rg":{"tribunal":"Tribunal judiciaire de Bobigni","numero":"23/00123"}"#,
      "/menage/rg/tribunal", "Tribunal judiciaire de Bobigny"
    ),
    (
      #""rg":{"tribunal":"Tribunal judiciaire Bobigny","numero":"23/00123"}"#,
      "/menage/rg/tribunal", "Tribunal judiciaire de Bobigny"
    ),
    (#""allocataire":{"caisse":"932","numero":"1"}"#, "/menage/allocataire/caisse", "931"),
    (
      #""commandement":{"etude":"SCP Martain","reference":"1"}"#,
      "/menage/commandement/etude", "Étude Martin et associés"
    ),
    // Another one, of which nothing is known.
    (#""rg":{"tribunal":"Tribunal judiciaire de Paris","numero":"23/00123"}"#, nil, nil),
    (#""commandement":{"etude":"Étude Dupont","reference":"1"}"#, nil, nil),
    // The account of an étude is its name.
    (#""commandement":{"etude":"Étude 2","reference":"1"}"#, nil, nil),
    (
      #""commandement":{"etude":"etude-3","reference":"1"}"#, "/menage/commandement/etude",
      "etude-2"
    ),
  ])
  func aSlipInANameIsAcceptedAndTold(
    _ reference: String, _ field: String?, _ near: String?
  ) throws {
    let lists = try Self.lists().adding(accountsOf: Fixture.partners)
    var counter = try Counter(at: Fixture.desk(lists: lists))
    let answer = counter.publish(
      .signalementCDP, from: "huissier", menage: reference + "," + Fixture.household, Fixture.cdp)
    #expect(answer.code == "accepte")
    let warnings = answer.receipts.first?.avertissements ?? []
    #expect(warnings.map(\.code) == (field == nil ? [] : ["code.inconnu"]))
    #expect(warnings.first?.champ == field)
    #expect(warnings.first?.proche == near)
  }

  /// A hearing is held by a court of the list, wherever the event names it.
  @Test(arguments: [EventKind.tribunalAssignation, .tribunalRenvoi, .tribunalAudience])
  func aSlipInTheCourtOfAHearingIsTold(_ kind: EventKind) throws {
    var counter = try Counter(at: Fixture.desk(lists: try Self.lists()))
    _ = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household, Fixture.cdp)
    let listed = "Tribunal judiciaire de Bobigny"
    for (court, near) in [(listed, nil), ("TJ Bobigny", nil), (listed + "s", listed)]
      as [(String, String?)]
    {
      let answer = counter.publish(
        kind, from: kind == .tribunalAssignation ? "huissier" : "tribunal",
        menage: Fixture.household,
        Sample.fields(kind) + #","lieu":{"tribunal":"\#(court)","heure":"14:00"}"#)
      // Whether that kind of court heard such cases on that day is another question.
      let warnings = (answer.receipts.first?.avertissements ?? []).filter {
        $0.code == Receipt.Warning.Code.unknownCode.word
      }
      #expect(warnings.compactMap(\.proche) == (near.map { [$0] } ?? []))
      #expect(warnings.compactMap(\.champ) == (near == nil ? [] : ["/lieu/tribunal"]))
    }
  }

  @Test(arguments: ["24:00", "9:30", "12:60", "midi!", "12h30", "ab:cd"])
  func anHourIsWrittenInOneWay(_ hour: String) {
    #expect(!MemberForms.isHour(hour))
    #expect(MemberForms.isHour("23:59") && MemberForms.isHour("00:00"))
  }

  @Test(arguments: [
    "tribunal", "cour\tParis", "tribunal\t?", "tribunal\tA\tA", "tribunal\tA\ntribunal\ta",
    "caisse\t93 1\ncaisse\t931",
  ])
  func aBrokenListIsRefused(_ text: String) {
    #expect(throws: TableError.self) { try CodeLists(parsing: text) }
  }

  /// COJ R221-38 to 2019, L213-4-3 and L213-4-4 since: the day of the hearing decides.
  @Test(arguments: [
    ("Tribunal d'instance d'Aubervilliers", "2018-04-17", false),
    ("Tribunal judiciaire de Bobigny", "2018-04-17", true),
    ("Tribunal d'instance d'Aubervilliers", "2020-04-17", true),
    ("Tribunal de proximité d'Aubervilliers", "2020-04-17", false),
    ("Cour d'appel de Paris", "2020-04-17", false),
  ])
  func theKindOfCourtIsThatOfTheDay(_ court: String, _ hearing: String, _ isTold: Bool) throws {
    var counter = try Counter()
    let answer = counter.publish(
      .tribunalAssignation, from: "huissier", menage: Fixture.household,
      #""acte":"2018-01-30","notification":"2018-01-31","audience":"\#(hearing)","#
        + #""dette_locative":true,"lieu":{"tribunal":"\#(court)"}"#)
    let told = answer.receipts.first?.avertissements?.contains {
      $0.code == Receipt.Warning.Code.courtOfAnotherTime.word && $0.champ == "/lieu/tribunal"
    }
    #expect((told ?? false) == isTold)
  }
}
