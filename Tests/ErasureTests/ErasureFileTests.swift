import Contracts
import Foundation
import OperatorReading
import Testing
import Vocabulary

@testable import amontctl

/// What an erasure leaves outside of the databases, and when it may be done.
@Suite("The register and the certificate of an erasure")
struct ErasureFileTests {
  static let day = Day("2031-03-01") ?? Day(ordinal: 0)
  static let one = HouseholdID(high: 1, low: 1), other = HouseholdID(high: 1, low: 2)

  private func register() -> ErasureRegister {
    ErasureRegister(path: NSTemporaryDirectory() + "register-\(UUID().uuidString)")
  }

  @Test("The register holds days and identifiers, each for ever, and nothing else")
  func theRegister() throws {
    let register = register()
    try register.append([Self.one], on: Self.day)
    try register.append([Self.other, Self.one], on: Self.day.adding(days: 1))
    #expect(
      try String(contentsOfFile: register.path, encoding: .utf8)
        == "2031-03-01 \(Self.one)\n2031-03-02 \(Self.other)\n2031-03-02 \(Self.one)\n")
    #expect(
      try register.read() == [Self.one: Self.day, Self.other: Self.day.adding(days: 1)])
  }

  @Test("What stands in a register that cannot be read as text stays there")
  func nothingIsReplaced() throws {
    let register = register()
    let old = Data([0xC3, 0x28, 0x0A])
    try old.write(to: URL(fileURLWithPath: register.path))
    try register.append([Self.one], on: Self.day)
    let kept = try Data(contentsOf: URL(fileURLWithPath: register.path))
    #expect(kept == old + Data("2031-03-01 \(Self.one)\n".utf8))
  }

  @Test(
    "A register that cannot be read erases nothing",
    arguments: ["2031-03-01\n", "x \(one)\n", "2031-03-01 \(one) why\n", "2031-03-01 Ménard\n"])
  func aWrongRegister(_ text: String) throws {
    let register = register()
    try text.write(toFile: register.path, atomically: true, encoding: .utf8)
    #expect(throws: OperatorError.self) { try register.read() }
    #expect(throws: OperatorError.self) { try ErasureRegister(path: "/nowhere/at/all").read() }
    #expect(throws: OperatorError.self) {
      try ErasureRegister(path: "/nowhere/at/all").append([Self.one], on: Self.day)
    }
  }

  @Test("The certificate says in French what nobody can read any more, and is read by programs")
  func theCertificate() throws {
    let certificate = ErasureCertificate(
      dossier: Self.one.description, dossiers_joints: [Self.other.description], efface_le: Self.day,
      par: "Camille Exemple",
      motif: "fin de conservation", fondement: "RGPD art. 5", cles_detruites: 7,
      valeurs_illisibles: [
        .init(service: "intake", colonne: "tenant.nom", valeurs: 2),
        .init(service: "rehousing", colonne: "inbox.body", valeurs: 31),
      ])
    for words in [
      "CERTIFICAT D'EFFACEMENT", "Effacé le : 2031-03-01", "Par : Camille Exemple", "33 valeurs",
      "joints : \(Self.other)",
      "intake, tenant.nom : 2", "rehousing, inbox.body : 31", "7 clés",
      // What stays in plain, and what it is.
      "données pseudonymes", "considérant 26", "dette", "code INSEE", "tribunal",
      "comptes des organismes", "événements", "propositions de logement", "noms des agents",
      "chronologie",
    ] { #expect(certificate.text.contains(words), "\(words)") }
    for words in ["ne désignent plus", "anonyme"] { #expect(!certificate.text.contains(words)) }
    let folder = NSTemporaryDirectory() + "certificates-\(UUID().uuidString)"
    let path = try certificate.write(into: folder)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == certificate.text)
    let json = try String(contentsOfFile: folder + "/certificat-\(Self.one).json", encoding: .utf8)
    #expect(json.contains(#""colonne":"tenant.nom""#) && json.contains(#""cles_detruites":7"#))
    #expect(json.contains(#""restent_en_clair":["les dates"#))
    #expect(throws: OperatorError.self) { try certificate.write(into: "/proc/nowhere") }
  }

  /// Closed on 2 January 2026.
  static let closed = Day("2026-01-02") ?? Day(ordinal: 0)

  @Test("Before the legal time a dossier is erased on order only")
  func theLegalTime() throws {
    let retention = try #require(Retention(closedOn: Self.closed))
    let end = try #require(Day(retention.archiveUntil))
    let subject = DossierErasure.Subject(household: Self.one, joined: [], retention: retention)
    for (day, mayBe) in [
      (Self.closed, false), (end.adding(days: -1), false), (end, false),
      (end.adding(days: 1), true),
    ] {
      let objection = DossierErasure.objection(to: subject, on: day)
      #expect((objection == nil) == mayBe, "\(day)")
      if !mayBe { #expect(objection?.contains(retention.archiveUntil) == true) }
    }
    let open = DossierErasure.Subject(household: Self.one, joined: [], retention: nil)
    #expect(DossierErasure.objection(to: open, on: end)?.contains("not closed") == true)
  }

  @Test(
    "Who orders it may end what: neither a procedure that runs nor the proof of a claim by the household",
    arguments: [
      (nil, false, false), (nil, true, false), (.menage, false, false), (.menage, true, false),
      (.tribunal, false, true), (.tribunal, true, true), (.cnil, false, true), (.cnil, true, true),
    ] as [(ErasureOrder?, Bool, Bool)])
  func whoOrders(_ order: ErasureOrder?, _ isPending: Bool, _ mayBe: Bool) throws {
    let retention = try #require(Retention(closedOn: Self.closed))
    let end = try #require(Day(retention.archiveUntil))
    let claim = CompensationClaim(claimedOn: isPending ? Self.closed : nil)
    // Open, with or without a claim.
    let open = DossierErasure.Subject(
      household: Self.one, joined: [], retention: nil, claim: claim)
    #expect((DossierErasure.objection(to: open, on: end, ordered: order) == nil) == mayBe)
    // Closed: on order before its time, and with a claim at no time but by a court or the CNIL.
    let closed = DossierErasure.Subject(
      household: Self.one, joined: [], retention: retention, claim: claim)
    for (day, isOver) in [(end, false), (end.adding(days: 1), true)] {
      let isKept = isPending || order == nil && !isOver
      let objection = DossierErasure.objection(to: closed, on: day, ordered: order)
      #expect((objection == nil) == (mayBe || !isKept), "\(day)")
      if isPending, !mayBe { #expect(objection?.contains("loi 68-1250") == true) }
    }
  }

  @Test(
    "A claim is pending until a decision of its day or later, and while the State is liable",
    arguments: [
      (nil, nil, false, false), ("2024-05-01", nil, false, true),
      ("2024-05-01", "2024-04-30", false, true), ("2024-05-01", "2024-05-01", false, false),
      ("2024-05-01", "2024-07-01", false, false), (nil, "2024-07-01", false, false),
      (nil, nil, true, true), ("2024-05-01", "2024-07-01", true, true),
    ] as [(String?, String?, Bool, Bool)])
  func pendingClaims(_ claimed: String?, _ decided: String?, _ runs: Bool, _ isPending: Bool) {
    let claim = CompensationClaim(
      claimedOn: claimed.flatMap { Day($0) }, decidedOn: decided.flatMap { Day($0) }, runs: runs)
    #expect(claim.isPending == isPending)
  }

  @Test("Each order names who gives it, and on what it rests")
  func theBases() {
    #expect(Set(ErasureOrder.allCases.map(\.basis)).count == ErasureOrder.allCases.count)
    for order in ErasureOrder.allCases {
      #expect(order.basis.hasPrefix(order == .menage ? "à la demande" : "sur ordre"))
    }
  }
}
