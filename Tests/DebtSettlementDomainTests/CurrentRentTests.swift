import Contracts
import DebtSettlementDomain
import HouseholdSupport
import Testing
import Vocabulary

/// A rent that is paid: rent and charges of the month, without the aid that the landlord receives.
@Suite struct CurrentRentTests {
  /// A rent of 500 €, of which an aid of 200 € goes to the landlord.
  private func aided(isThirdParty: Bool = true) throws -> Dossier {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 150_000, rent: 45_000, charges: 5_000, constituted: nil,
      isThirdParty: isThirdParty, toCAF: true, dated: "2024-01-08")
    return dossier
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let paid: Int
    let standing: RentStanding
    var isThirdParty = true
  }

  @Test(arguments: [
    Row(testDescription: "all that is left after the aid", paid: 30_000, standing: .full),
    Row(testDescription: "a cent less", paid: 29_999, standing: .half),
    Row(testDescription: "half of it", paid: 15_000, standing: .half),
    Row(testDescription: "less than half", paid: 14_999, standing: .less),
    Row(
      testDescription: "the aid goes to the tenant: the whole rent", paid: 49_999, standing: .half,
      isThirdParty: false),
    Row(
      testDescription: "the whole rent", paid: 50_000, standing: .full, isThirdParty: false),
  ])
  func whatIsPaidIsReckonedWithoutTheAid(_ row: Row) throws {
    var dossier = try aided(isThirdParty: row.isThirdParty)
    #expect(dossier.file?.rentStanding(on: try civil("2024-03-20")) == nil)
    try dossier.rent(row.paid, due: "2024-03-01", dated: "2024-03-06")
    #expect(dossier.file?.rentStanding(on: try civil("2024-03-20")) == row.standing)
    #expect(dossier.file?.isRentResumed(on: try civil("2024-04-20")) == (row.standing == .full))
    // Two months later nothing is known to be paid.
    #expect(dossier.file?.rentStanding(on: try civil("2024-05-20")) == .less)
  }

  @Test func paymentsPrevailOverTheLastDiagnosis() throws {
    var dossier = try aided()
    try dossier.diagnosed("2024-02-01", aid: 20_000, rentPaid: false)
    #expect(dossier.file?.isRentResumed(on: try civil("2024-03-20")) == false)
    try dossier.rent(10_000, due: "2024-03-01", dated: "2024-03-04")
    try dossier.rent(20_000, due: "2024-03-01", dated: "2024-03-06")
    #expect(dossier.file?.isRentResumed(on: try civil("2024-03-20")) == true)
  }

  @Test func aRentPaidInTimeBreaksNothing() throws {
    var dossier = try aided()
    try dossier.judge(grants: 12, of: 5_000, from: "2024-03-05", dated: "2024-02-20")
    try dossier.incident(dated: "2024-03-01")
    #expect(dossier.due(.rent) == "2024-03-06")
    var late = dossier
    try dossier.rent(30_000, due: "2024-03-01", dated: "2024-03-05")
    #expect(dossier.due(.rent) == nil && dossier.file?.schedule?.rentDue == nil)
    try late.fire(.rent)
    #expect(late.lastFacts.first == .scheduleBroken)
    // Told late, it was paid in time: only the judge may say what becomes of his delays.
    try late.rent(30_000, due: "2024-03-01", dated: "2024-03-05", on: "2024-03-12")
    #expect(late.lastNotices == ["dossier-a-revoir → kind.prefecture"])
  }

  /// CCH R824-8: a current rent that is not paid is no instalment that is not paid. Nobody reads the
  /// rank or the amount of an instalment that is still to come.
  @Test(arguments: [false, true])
  func anUnpaidRentIsToldAsARent(_ isJudge: Bool) throws {
    var dossier = try aided()
    if isJudge {
      try dossier.judge(grants: 12, of: 5_000, from: "2024-03-05", dated: "2024-02-20")
    } else {
      try dossier.file(sentTo: .miseEnDemeure, dated: "2024-02-05")
    }
    try dossier.incident(dated: "2024-03-01")
    let before = dossier.notices.count
    try dossier.fire(.rent)
    let told = dossier.notices.dropFirst(before).filter { $0.notice.code == .echeanceImpayee }
    let readers: Set<Destination> = [
      .kind(.menage), .kind(.serviceSocial), .kind(isJudge ? .prefecture : .caf),
    ]
    #expect(Set(told.map(\.to)) == readers)
    for (reader, notice) in told {
      #expect(notice.texte.contains("loyer courant n'est pas payé"), "\(reader)")
      #expect(!notice.texte.lowercased().contains("une échéance"), "\(reader)")
      #expect(notice.nombre == nil && notice.montant == nil, "\(reader)")
    }
  }

  @Test func aFirstDefaultSaysWhatItRisksAndWhoDecidesKnowsWhatIsPaid() throws {
    var dossier = try aided()
    try dossier.file(sentTo: .miseEnDemeure, dated: "2024-02-05")
    try dossier.rent(15_000, due: "2024-03-01", dated: "2024-03-04")
    try dossier.fire(.instalment)
    let told = dossier.notices.suffix(2).map(\.notice.texte)
    #expect(told.allSatisfy { $0.contains("l'aide au logement peut être suspendue") })
    try dossier.fire(.grace)
    let caf = dossier.notices.last { $0.to == .kind(.caf) }?.notice
    #expect(caf?.code == .echeanceImpayee)
    #expect(caf?.texte.contains("la moitié au moins de la dépense courante, aide déduite") == true)
  }
}
