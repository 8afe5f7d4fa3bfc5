import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import Testing
import Vocabulary

/// What creditors and their huissier may never read (domain 5.3; C. consom. L721-3), and who else
/// must read what the household reads.
@Suite struct PartitionTests {
  private static let secret = "SECRET-SOCIAL"

  private static let acts: [@Sendable (inout Dossier) throws -> Void] = [
    { try $0.noticeToPay("2023-10-02", lease: "2020-01-15") },
    { try $0.seizure("2023-09-04", on: "2023-10-03") },
    {
      try $0.summons("2024-01-08", notified: "2024-04-15", hearing: "2024-05-14", mode: .recherches)
    },
    { try $0.hearing("2024-05-14", present: false) },
    { try $0.ruling("2024-06-11", .expulsionFerme) },
    { try $0.notification("2024-06-24") },
    { try $0.quitOrder("2024-07-01") },
    { try $0.quitOrder("2024-07-01", seized: "2024-07-15") },
    { try $0.jex("2024-08-05", until: "2024-10-15") },
    { try $0.stay("2024-08-19", until: "2025-02-28") },
    { try $0.policeAid("2024-09-02") },
    { try $0.prefect("2025-04-07", grants: false, because: .dignite) },
    { try $0.appeal("2025-04-14", .arretExecution) },
    { try $0.claim("2025-05-12", Cents(99_900)) },
    { try $0.compensation("2025-06-02", grants: false, .zero) },
    { try $0.prefect("2025-06-16", grants: true) },
    { try $0.eviction("2025-07-06", furniture: true) },
  ]

  /// The whole life, with every order of the saga after every act, each with a secret for reason.
  @Test func nothingThatTheSagaKnowsReachesACreditor() throws {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personneMoraleSociale, huissier: "etude-a", bailleur: "habitat-93",
      guardian: true, on: "2023-09-04")
    for act in Self.acts {
      try act(&dossier)
      for order in Order.allCases where order.service == .courtLiaison {
        try dossier.obey(order, on: "2025-07-07", because: Self.secret)
      }
    }
    let told = dossier.notices.filter { isCreditor($0.to) }
    #expect(told.count > 20)
    for (_, notice) in told {
      #expect(!notice.texte.contains(Self.secret))
      for word in ["surendettement", "DALO", "diagnostic", "social", "dignité", "tutelle"] {
        #expect(!notice.texte.contains(word) || notice.article?.contains(word) == true)
      }
      #expect(notice.menage == nil && notice.diagnostic == nil && notice.montant == nil)
    }
  }

  private func isCreditor(_ destination: Destination) -> Bool {
    switch destination {
    case .user: true
    case .kind(let kind):
      [.huissier, .bailleurPrive, .bailleurSocial, .agence, .forcesOrdre].contains(kind)
    case .service: false
    }
  }

  /// A protected adult's curator reads every letter to him (SC20).
  @Test func theCuratorReadsWhatTheHouseholdReads() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personneMoraleSociale, guardian: true, on: "2023-09-04")
    for act in Self.acts { try act(&dossier) }
    try dossier.obey(.informTenantOfHearing, on: "2025-07-07")
    func letters(_ kind: PartnerKind) -> [Notice] {
      dossier.notices.filter { $0.to == .kind(kind) }.map(\.notice)
    }
    #expect(!letters(.menage).isEmpty)
    #expect(letters(.menage) == letters(.mandataire))
  }

  /// Each irregularity is told once, however often the act is told again.
  @Test func whatIsWrongIsToldOnce() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personneMoraleSociale, huissier: "etude-a", on: "2023-09-04")
    for act in Self.acts { try act(&dossier) }
    let count = dossier.notices.count
    for act in Self.acts { try act(&dossier) }
    #expect(dossier.notices.count == count)
  }
}
