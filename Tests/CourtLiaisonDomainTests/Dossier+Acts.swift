import HouseholdSupport
import CourtLiaisonDomain
import Vocabulary

@testable import Contracts

// The acts of partners, as a test says them.

extension Dossier {
  mutating func noticeToPay(
    _ date: String, lease: String? = nil, delay: DelaiDuCommandement? = nil,
    on day: String? = nil
  ) throws {
    try learn(
      .signalementCDP(
        SignalementCDP(
          acte: try civil(date), dette: Cents(298_500), loyer: Cents(60_000),
          charges: Cents(8_000), mois_impayes: 4, bail_du: try lease.map(civil),
          delai: delay)),
      from: "etude-a", .huissier, on: day ?? date)
  }

  mutating func seizure(_ date: String, on day: String? = nil) throws {
    try learn(
      .saisineBailleurPM(arrears(date)), from: "habitat-93", .bailleurSocial, on: day ?? date)
  }

  /// The CAF's information; the arrears were constituted long before.
  mutating func arrearsToCAF(_ date: String, constituted: String, on day: String? = nil) throws {
    var signal = try arrears(date)
    signal.constitue_le = try civil(constituted)
    try learn(.signalementImpayeAPL(signal), from: "caf-93", .caf, on: day ?? date)
  }

  private func arrears(_ date: String) throws -> SignalementImpaye {
    SignalementImpaye(
      date: try civil(date), dette: Cents(291_000), loyer: Cents(60_000), charges: Cents(8_000))
  }

  mutating func summons(
    _ date: String, notified: String? = nil, hearing: String, forDebt: Bool = true,
    motive: Motif? = nil, mode: ModeDeSignification? = nil, filed: String? = nil,
    at place: LieuAudience? = nil, lease: TypeDeBail? = nil, protected: Bool? = nil,
    on day: String? = nil
  ) throws {
    try learn(
      .tribunalAssignation(
        TribunalAssignation(
          acte: try civil(date), notification: try civil(notified ?? date),
          audience: try civil(hearing), dette_locative: forDebt, motif: motive, mode: mode,
          placement: try filed.map(civil), lieu: place, type_bail: lease,
          locataire_protege: protected)),
      from: "etude-a", .huissier, on: day ?? notified ?? date)
  }

  /// The landlord received a rent, or the indemnity that stands for it.
  mutating func rent(_ amount: Int, due term: String, dated date: String) throws {
    let paid = ApurementLoyer(
      date: try civil(date), terme: try civil(term), montant: Cents(amount), nature: .indemnite)
    try learn(.apurementLoyer(paid), from: "habitat-93", .bailleurSocial, on: date)
  }

  mutating func hearing(
    _ date: String, present: Bool = true, ruling: String? = nil, on day: String? = nil
  ) throws {
    try learn(
      .tribunalAudience(
        TribunalAudience(
          date: try civil(date), locataire_present: present, delibere: try ruling.map(civil))),
      from: "ti-93", .tribunal, on: day ?? date)
  }

  mutating func postponement(
    _ date: String, to new: String, at place: LieuAudience? = nil, on day: String? = nil
  ) throws {
    try learn(
      .tribunalRenvoi(
        TribunalRenvoi(date: try civil(date), nouvelle: try civil(new), lieu: place)),
      from: "ti-93", .tribunal, on: day ?? date)
  }

  mutating func ruling(
    _ date: String, _ sens: TribunalDecision.Sens, count: Int? = nil, first: String? = nil,
    end: String? = nil, findings: Set<Ruling.Finding> = [], resumes: String? = nil,
    quit: (months: Int?, days: Int?) = (nil, nil), on day: String? = nil
  ) throws {
    var decision = TribunalDecision(
      date: try civil(date), sens: sens, nombre: count, premiere: try first.map(civil),
      fin_delais: try end.map(civil), delai_cql_mois: quit.months, delai_cql_jours: quit.days,
      reprise: try resumes.map(civil))
    if findings.contains(.badFaith) { decision.mauvaise_foi = true }
    if findings.contains(.trespass) { decision.voie_de_fait = true }
    if findings.contains(.truceSetAside) { decision.treve_ecartee = true }
    if findings.contains(.studentHousing) { decision.logement_etudiant = true }
    if findings.contains(.rehousingAssured) { decision.relogement_assure = true }
    if findings.contains(.erasure) { decision.apres_effacement = true }
    if findings.contains(.enforceable) { decision.execution_provisoire = true }
    if findings.contains(.notEnforceable) { decision.execution_provisoire = false }
    try learn(.tribunalDecision(decision), from: "ti-93", .tribunal, on: day ?? date)
  }

  mutating func notification(_ date: String, summary: Bool = false) throws {
    try learn(
      .tribunalNotification(TribunalNotification(date: try civil(date), refere: summary)),
      from: "etude-a", .huissier, on: date)
  }

  mutating func appeal(
    _ date: String, _ stage: TribunalAppel.Etape, reversed: Bool? = nil
  ) throws {
    try learn(
      .tribunalAppel(
        TribunalAppel(date: try civil(date), etape: stage, expulsion_infirmee: reversed)),
      from: "ti-93", .tribunal, on: date)
  }

  mutating func stay(_ date: String, until: String?) throws {
    try learn(
      .surendettementSuspension(
        SurendettementSuspension(date: try civil(date), fin: try until.map(civil))),
      from: "ti-93", .tribunal, on: date)
  }

  mutating func protocole(_ date: String, until: String, amended: Bool = false) throws {
    try learn(
      .apurementProtocole(
        ApurementProtocole(date: try civil(date), fin: try civil(until), avenant: amended)),
      from: "habitat-93", .bailleurSocial, on: date)
  }

  mutating func quitOrder(
    _ date: String, seized: String? = nil, from sender: String = "etude-a",
    spouse: Bool? = nil, on day: String? = nil
  ) throws {
    try learn(
      .executionCQL(
        ExecutionCQL(
          acte: try civil(date), prefet_saisi: try seized.map(civil), conjoint_violent: spouse)),
      from: sender, .huissier, on: day ?? seized ?? date)
  }

  mutating func jex(
    _ date: String, until: String? = nil, basis: ExecutionDelaisJEX.Fondement? = nil,
    on day: String? = nil
  ) throws {
    try learn(
      .executionDelaisJEX(
        ExecutionDelaisJEX(
          date: try civil(date), fin: try until.map(civil), fondement: basis)),
      from: "ti-93", .tribunal, on: day ?? date)
  }

  mutating func policeAid(_ date: String, spouse: Bool? = nil, on day: String? = nil) throws {
    try learn(
      .executionCFPDemande(
        ExecutionCFPDemande(date: try civil(date), conjoint_violent: spouse)), from: "etude-a",
      .huissier, on: day ?? date)
  }

  mutating func prefect(
    _ date: String, grants: Bool, from effect: String? = nil,
    because reason: ExecutionCFPDecision.Motif? = nil, on day: String? = nil
  ) throws {
    try learn(
      .executionCFPDecision(
        ExecutionCFPDecision(
          date: try civil(date), accord: grants, effet: try effect.map(civil), motif: reason)),
      from: "prefecture-93", .prefecture, on: day ?? date)
  }

  mutating func eviction(
    _ date: String, police: Bool? = nil, furniture: Bool? = nil, spouse: Bool? = nil,
    on day: String? = nil
  ) throws {
    try learn(
      .executionExpulsion(
        ExecutionExpulsion(
          date: try civil(date), concours: police, meubles: furniture, conjoint_violent: spouse)),
      from: "etude-a", .huissier, on: day ?? date)
  }

  mutating func departure(_ date: String, keys: Bool? = nil, on day: String? = nil) throws {
    try learn(
      .executionReprise(ExecutionReprise(date: try civil(date), cles: keys)), from: "etude-a",
      .huissier, on: day ?? date)
  }

  mutating func claim(_ date: String, _ amount: Cents) throws {
    try learn(
      .indemnisationDemande(IndemnisationDemande(date: try civil(date), montant: amount)),
      from: "bailleur-x", .bailleurPrive, on: date)
  }

  mutating func compensation(_ date: String, grants: Bool, _ amount: Cents) throws {
    try learn(
      .indemnisationDecision(
        IndemnisationDecision(date: try civil(date), accord: grants, montant: amount)),
      from: "prefecture-93", .prefecture, on: date)
  }
}
