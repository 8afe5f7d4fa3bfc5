import Contracts
import HouseholdSupport
import RehousingDomain
import Testing
import Vocabulary

/// Searchers receive what they need of the household, and no more.
@Suite struct ProfileTests {
  private var profile: ProfilLogement {
    var profile = ProfilLogement()
    (profile.adultes, profile.enfants, profile.ages) = (2, 1, "34, 36, 8")
    profile.budget = Cents(55_000)
    (profile.communes, profile.mobilite) = ("Pantin, Bobigny", "rez-de-chaussée")
    return profile
  }

  @Test func whoLooksForADwellingKnowsForWhomAndNotWho() throws {
    var dossier = Dossier()
    try dossier.register("093180000000000001", dated: "2018-02-19", profile)
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.obey(.raiseRehousingPriority, on: "2018-06-12")
    let searchers: Set<Destination> = [
      .kind(.bailleurSocial), .kind(.reservataire), .kind(.prefecture),
    ]
    #expect(Set(dossier.notices.map(\.to)).isSuperset(of: searchers))
    for (to, notice) in dossier.notices {
      let isSearcher = searchers.contains(to)
      #expect(notice.profil == (isSearcher ? profile : nil), "\(to)")
      #expect(notice.numero_unique == (isSearcher ? "093180000000000001" : nil))
      #expect(notice.menage == nil && notice.montant == nil && notice.diagnostic == nil)
    }
  }

  @Test func aProfileThatComesLaterIsToldToThoseWhoLook() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    #expect(dossier.notices.allSatisfy { $0.notice.profil == nil })
    try dossier.register("093180000000000001", dated: "2018-02-26", profile)
    #expect(
      dossier.lastNotices == [
        "logement-a-rechercher → kind.bailleur-social",
        "logement-a-rechercher → kind.reservataire",
      ])
    #expect(dossier.notices.last?.notice.profil == profile)
    // Said again, it is told once.
    try dossier.register("093180000000000001", dated: "2018-02-26", profile)
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test func whoIsToldToStopNeedsNoProfile() throws {
    var dossier = Dossier()
    try dossier.register("093180000000000001", dated: "2018-02-19", profile)
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.obey(.stopRehousing, on: "2018-03-01")
    let withdrawn = dossier.notices.filter { $0.notice.code == .relogementSansObjet }
    #expect(!withdrawn.isEmpty && withdrawn.allSatisfy { $0.notice.profil == nil })
  }
}
