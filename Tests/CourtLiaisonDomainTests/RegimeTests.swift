import Contracts
import CourtLiaisonDomain
import HouseholdSupport
import Testing
import Vocabulary

/// The lease and the motive decide which rules apply.
@Suite struct RegimeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var motive: Motif?
    var lease: TypeDeBail?
    /// Whether a notification to the préfet that came too late is told.
    let isLateTold: Bool
    /// What the household is told to ask the judge for; `nil` where nothing.
    let wish: String?
    let article: String?
  }

  private static let clause = "la suspension de la clause résolutoire"
  private static let leaving = "s'il ordonne l'expulsion, des délais pour quitter les lieux"
  private static let paying = "des délais de paiement, de deux ans au plus"
  private static let execution = "CPCE art. L412-3"

  @Test(arguments: [
    Row(
      testDescription: "rent debt, nobody says the lease", isLateTold: true, wish: clause,
      article: "loi 89-462, art. 24 V"),
    Row(
      testDescription: "an empty dwelling", lease: .vide, isLateTold: true, wish: clause,
      article: "loi 89-462, art. 24 V"),
    Row(
      testDescription: "a furnished one", lease: .meuble, isLateTold: true, wish: clause,
      article: "loi 89-462, art. 24 V, 25-3"),
    Row(
      testDescription: "dwelling and profession", lease: .mixte, isLateTold: true, wish: clause,
      article: "loi 89-462, art. 24 V"),
    Row(
      testDescription: "a foyer", lease: .foyer, isLateTold: false, wish: paying,
      article: "C. civ. art. 1343-5"),
    Row(
      testDescription: "the law of 1948", lease: .loi1948, isLateTold: false, wish: paying,
      article: "C. civ. art. 1343-5"),
    Row(
      testDescription: "no lease", lease: .sansTitre, isLateTold: false, wish: paying,
      article: "C. civ. art. 1343-5"),
    Row(
      testDescription: "a congé", motive: .conge, isLateTold: false, wish: leaving,
      article: execution),
    Row(
      testDescription: "troubles", motive: .troubles, lease: .meuble, isLateTold: false,
      wish: leaving, article: execution),
    Row(
      testDescription: "no insurance", motive: .assurance, isLateTold: false, wish: leaving,
      article: execution),
    Row(
      testDescription: "abandonment", motive: .abandon, isLateTold: false, wish: leaving,
      article: execution),
    Row(
      testDescription: "an entry by voie de fait", motive: .squat, lease: .sansTitre,
      isLateTold: false, wish: nil, article: nil),
  ])
  func leaseAndMotiveDecide(_ row: Row) throws {
    var dossier = Dossier()
    try dossier.summons(
      "2024-03-22", hearing: "2024-04-16", forDebt: row.motive == nil, motive: row.motive,
      lease: row.lease)
    let isLateTold = dossier.notices.contains { $0.notice.code == .notificationTardive }
    #expect(isLateTold == row.isLateTold)
    try dossier.obey(.informTenantOfHearing, on: "2024-03-22", hearing: "2024-04-16")
    let invited = dossier.notices.last { $0.to == .kind(.menage) }?.notice.texte
    #expect(invited?.contains("clause résolutoire") == row.isLateTold)
    try dossier.obey(.askCourtForTime, on: "2024-03-25", hearing: "2024-04-16")
    let asked = dossier.notices.last {
      $0.notice.code == .delaisADemander && $0.to == .kind(.menage)
    }
    #expect(asked?.notice.article == row.article)
    if let wish = row.wish {
      #expect(asked?.notice.texte.contains(wish) == true)
    } else {
      #expect(asked == nil && dossier.lastNotices == ["delais-a-demander → kind.service-social"])
    }
  }

  @Test func aSignalTellsTheLeaseThatTheAssignationLeavesOut() throws {
    var dossier = Dossier()
    let signal = SignalementImpaye(
      date: try civil("2024-01-08"), dette: Cents(291_000), loyer: Cents(60_000), charges: .zero,
      type_bail: .foyer)
    try dossier.learn(
      .saisineBailleurPM(signal), from: "habitat-93", .bailleurSocial, on: "2024-01-08")
    try dossier.summons("2024-03-22", hearing: "2024-04-16")
    #expect(!dossier.notices.contains { $0.notice.code == .notificationTardive })
  }

  @Test func theCongeOfAProtectedTenantNeedsAnOffer() throws {
    var dossier = Dossier()
    try dossier.summons(
      "2024-03-22", hearing: "2024-06-16", forDebt: false, motive: .conge, protected: true)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    #expect(dossier.notices.last?.notice.article == "loi 89-462, art. 15 III")
    try dossier.obey(.informTenantOfHearing, on: "2024-03-22", hearing: "2024-06-16")
    let invited = dossier.notices.last { $0.to == .kind(.menage) }?.notice.texte
    #expect(invited?.contains("si aucun relogement ne vous est offert") == true)
  }
}
