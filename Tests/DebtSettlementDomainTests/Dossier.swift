import Contracts
import DebtSettlementDomain
import HouseholdSupport
import LegalCalendar
import Vocabulary

/// One household as debt-settlement lives it.
typealias Dossier = HouseholdDossier<DebtSettlementCasework>

extension Dossier {
  mutating func notice(of debt: Int, rent: Int = 50_000, served day: String) throws {
    let signal = SignalementCDP(
      acte: try civil(day), dette: Cents(debt), loyer: Cents(rent), charges: .zero,
      mois_impayes: 4)
    try learn(.signalementCDP(signal), from: "etude-1", .huissier, on: day)
  }

  mutating func arrears(
    of debt: Int, rent: Int = 50_000, aid: Int? = nil, from sender: String = "bailleur-7",
    dated date: String, on day: String? = nil
  ) throws {
    let signal = SignalementImpaye(
      date: try civil(date), dette: Cents(debt), loyer: Cents(rent), charges: .zero,
      aide: aid.map(Cents.init), tiers_payant: aid.map { _ in true })
    try learn(
      aid == nil ? .saisineBailleurPM(signal) : .signalementImpayeAPL(signal), from: sender,
      .bailleurSocial, on: day ?? date)
  }

  mutating func landlord(
    agrees: Bool, dated date: String, count: Int? = nil, first: String? = nil,
    on day: String? = nil
  ) throws {
    let answer = ApurementPlan(
      date: try civil(date), accord: agrees, nombre: count, premiere: try first.map(civil))
    try learn(.apurementPlan(answer), from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func pay(
    _ rank: Int, _ amount: Int, dated date: String, on day: String? = nil
  ) throws {
    let payment = ApurementVersement(date: try civil(date), echeance: rank, montant: Cents(amount))
    try learn(.apurementVersement(payment), from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func fsl(grants amount: Int?, dated date: String) throws {
    let ruling = ApurementDecision(
      date: try civil(date), accord: amount != nil, montant: Cents(amount ?? 0))
    try learn(.apurementDecision(ruling), from: "fsl", .fsl, on: date)
  }

  mutating func solde(dated date: String) throws {
    try learn(
      .apurementSolde(ApurementSolde(date: try civil(date))), from: "bailleur-7",
      .bailleurSocial, on: date)
  }

  mutating func deposit(dated date: String) throws {
    try learn(
      .surendettementDepot(SurendettementDepot(date: try civil(date))), from: "menage", .menage,
      on: date)
  }

  mutating func commission(admits: Bool, dated date: String) throws {
    try learn(
      .surendettementRecevabilite(
        SurendettementRecevabilite(date: try civil(date), recevable: admits)),
      from: "banque-de-france", .banqueDeFrance, on: date)
  }

  mutating func measures(
    _ measure: SurendettementMesures.Mesure, dated date: String, until end: String? = nil,
    notified: String? = nil
  ) throws {
    let measures = SurendettementMesures(
      date: try civil(date), mesure: measure, fin: try end.map(civil),
      notification: try notified.map(civil))
    try learn(
      .surendettementMesures(measures), from: "banque-de-france", .banqueDeFrance, on: date)
  }

  mutating func aid(kept: Bool, dated date: String) throws {
    try learn(
      .aplDecision(APLDecision(date: try civil(date), maintien: kept)), from: "caf", .caf, on: date)
  }
}
