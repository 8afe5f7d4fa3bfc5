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
      article: "C. civ. 1343-5"),
    Row(
      testDescription: "the law of 1948", lease: .loi1948, isLateTold: false, wish: paying,
      article: "C. civ. 1343-5"),
    Row(
      testDescription: "no lease", lease: .sansTitre, isLateTold: false, wish: paying,
      article: "C. civ. 1343-5"),
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

  typealias Entry = (summoned: String, hearing: String, isExcluded: Bool)

  /// CPCE L412-3, last paragraph, since 29 July 2023; before, delays without any title.
  @Test(
    arguments: [
      ("2023-05-02", "2023-07-28", false), ("2023-05-02", "2023-07-29", true),
      ("2018-03-05", "2018-05-15", false),
    ] as [Entry])
  func anUnlawfulEntryExcludesDelaysSinceTheLawOf2023(_ row: Entry) throws {
    var dossier = Dossier()
    try dossier.summons(row.summoned, hearing: row.hearing, forDebt: false, motive: .squat)
    try dossier.obey(.askCourtForTime, on: row.summoned, hearing: row.hearing)
    let told = dossier.notices.suffix(row.isExcluded ? 1 : 2)
    #expect(told.map(\.notice.code) == told.map { _ in .delaisADemander })
    #expect(told.contains { $0.to == .kind(.menage) } != row.isExcluded)
    #expect(told.last?.notice.texte.hasPrefix("Aucun délai") == row.isExcluded)
  }

  /// CPCE L412-3: the reprise of article 19 of the law of 1948 excludes them, before the judgment
  /// and after; whether the congé is one a person says.
  @Test(arguments: [false, true])
  func theRepriseOfTheLawOf1948ExcludesDelays(_ isExecuted: Bool) throws {
    var dossier = Dossier()
    try dossier.summons(
      "2018-03-05", hearing: "2018-05-15", forDebt: false, motive: .conge, lease: .loi1948)
    if isExecuted {
      try dossier.ruling("2018-06-12", .expulsionFerme)
      try dossier.quitOrder("2018-07-02", seized: "2018-07-02")
    }
    try dossier.obey(.askCourtForTime, on: isExecuted ? "2018-07-03" : "2018-03-06")
    #expect(dossier.lastNotices == ["delais-a-demander → kind.service-social"])
    #expect(dossier.notices.last?.notice.texte.contains("article 19") == true)
  }

  typealias Cited = (motive: Motif?, lease: TypeDeBail?, claim: String)

  @Test(
    arguments: [
      (nil, nil, "loi 89-462, art. 24"), (nil, .meuble, "loi 89-462, art. 24, 25-3"),
      (.conge, nil, "loi 89-462, art. 15, 25-8"), (.conge, .vide, "loi 89-462, art. 15"),
      (.conge, .meuble, "loi 89-462, art. 25-8"),
      (.conge, .foyer, "CCH art. L633-2, R633-3"), (.conge, .loi1948, "loi 48-1360"),
      (.troubles, .meuble, "loi 89-462, art. 7 b ; C. civ. art. 1224"),
      (.troubles, .foyer, "CCH art. L633-2, R633-3"), (.squat, nil, "C. civ. art. 544"),
      (.squat, .sansTitre, "C. civ. art. 544, 1240"),
    ] as [Cited])
  func theClaimCitesTheTextOfItsLease(_ row: Cited) throws {
    var dossier = Dossier()
    try dossier.summons(
      "2024-03-22", hearing: "2024-06-16", forDebt: row.motive == nil, motive: row.motive,
      lease: row.lease)
    let served = dossier.facts.last { $0.trigger == .summonsServed }
    #expect(served?.article == row.claim)
  }

  /// C. civ. 1244-1 until 30 September 2016.
  @Test(arguments: [("2016-09-30", "C. civ. 1244-1"), ("2016-10-01", "C. civ. 1343-5")])
  func theDelayOfGraceIsCitedByTheDayOfTheJudge(_ hearing: String, _ article: String) throws {
    var dossier = Dossier()
    try dossier.summons("2016-06-01", hearing: hearing, lease: .foyer)
    try dossier.obey(.askCourtForTime, on: "2016-06-02", hearing: hearing)
    #expect(dossier.notices.last?.notice.article == article)
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

  /// Art. 25-8 II for a furnished dwelling.
  @Test func theCongeOfAFurnishedDwellingIsCitedByItsOwnArticle() throws {
    var dossier = Dossier()
    try dossier.summons(
      "2024-03-22", hearing: "2024-06-16", forDebt: false, motive: .conge, lease: .meuble,
      protected: true)
    #expect(dossier.notices.last?.notice.article == "loi 89-462, art. 25-8 II")
  }

  /// What an assignation said of the tenant holds when it is told again, and what only the
  /// correction says is told.
  @Test(arguments: [(true, nil), (nil, true), (true, true)] as [(Bool?, Bool?)])
  func aProtectedTenantIsNeitherLostNorMissed(_ first: Bool?, _ again: Bool?) throws {
    var dossier = Dossier()
    try dossier.summons(
      "2024-03-22", hearing: "2024-06-16", forDebt: false, motive: .conge, protected: first)
    try dossier.obey(.informTenantOfHearing, on: "2024-03-22", hearing: "2024-06-16")
    // The correction: it was filed, too.
    try dossier.summons(
      "2024-03-22", hearing: "2024-06-16", forDebt: false, motive: .conge, filed: "2024-04-02",
      protected: again, on: "2024-04-03")
    let toPrefet = dossier.notices.filter { $0.to == .kind(.prefecture) }
    #expect(toPrefet.map(\.notice.article) == ["loi 89-462, art. 15 III"])
    let household = dossier.notices.last { $0.to == .kind(.menage) }?.notice.texte
    #expect(household?.contains("si aucun relogement ne vous est offert") == true)
    try dossier.obey(.informTenantOfHearing, on: "2024-04-10", hearing: "2024-06-16")
    let invited = dossier.notices.last { $0.to == .kind(.menage) }?.notice.texte
    #expect(invited?.contains("si aucun relogement ne vous est offert") == true)
  }
}
