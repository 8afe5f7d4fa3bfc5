import HouseholdSupport
import DebtSettlementDomain
import Testing
import Vocabulary

@testable import Contracts

// What else may happen to a household: the whole procedure.
extension Dossier {
  mutating func diagnosed(
    _ day: String, resources: Int? = 200_000, aid: Int = 0, rent: Int = 50_000, debt: Int = 0,
    otherDebts: Int = 0, rentPaid: Bool = true
  ) throws {
    let diagnostic = Diagnostic(
      date: try civil(day), ressources: resources.map(Cents.init), aide: Cents(aid),
      loyer: Cents(rent), charges: .zero, charges_fixes: .zero, dette: Cents(debt),
      autres_dettes: Cents(otherDebts), adultes: 1, enfants: 0, loyer_repris: rentPaid,
      souhaite_rester: true)
    try learn(.diagnosticInitial(diagnostic), from: "service", .serviceSocial, on: day)
  }

  mutating func file(sentTo recipient: APLRenvoi.Vers, dated day: String) throws {
    try learn(
      .aplRenvoi(APLRenvoi(date: try civil(day), vers: recipient)), from: "caf", .caf, on: day)
  }

  /// Arrears told to the CCAPEX with the day of the first default, of a household with aid.
  mutating func firstDefault(_ first: String, of debt: Int, dated day: String) throws {
    let signal = SignalementImpaye(
      date: try civil(day), dette: Cents(debt), loyer: Cents(60_000), charges: .zero,
      aide: Cents(20_000), tiers_payant: false, premier_impaye: try civil(first))
    try learn(.saisineBailleurPM(signal), from: "bailleur-7", .bailleurSocial, on: day)
  }

  mutating func rent(
    _ amount: Int, due term: String, dated date: String, on day: String? = nil
  ) throws {
    let paid = ApurementLoyer(
      date: try civil(date), terme: try civil(term), montant: Cents(amount))
    try learn(.apurementLoyer(paid), from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func incident(_ rank: Int? = nil, dated date: String, on day: String? = nil) throws {
    try learn(
      .apurementIncident(ApurementIncident(date: try civil(date), echeance: rank)),
      from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func cohesion(dated day: String, until end: String, amends: Bool = false) throws {
    let agreement = ApurementProtocole(
      date: try civil(day), fin: try civil(end), avenant: amends)
    try learn(.apurementProtocole(agreement), from: "bailleur-7", .bailleurSocial, on: day)
  }

  mutating func opinion(_ sens: AvisCCAPEX.Sens, dated day: String) throws {
    let opinion = AvisCCAPEX(date: try civil(day), instance: .centrale, sens: sens)
    try learn(.avisCCAPEX(opinion), from: "ccapex", .ccapex, on: day)
  }

  mutating func judge(
    grants count: Int, of amount: Int?, from first: String, dated day: String,
    told later: String? = nil
  ) throws {
    let ruling = TribunalDecision(
      date: try civil(day), sens: .delaisSuspensifs, nombre: count, premiere: try civil(first),
      mensualite: amount.map(Cents.init))
    try learn(.tribunalDecision(ruling), from: "tribunal", .tribunal, on: later ?? day)
    try obey(.keepScheduleAlive, on: later ?? day, until: first, count: count)
  }

  /// Arrears of a household whose aid is known, as somebody signals them.
  mutating func arrearsWithAid(
    _ aid: Int, of debt: Int, rent: Int = 40_000, charges: Int = 0, constituted: String?,
    isThirdParty: Bool = true, toCAF: Bool, dated day: String
  ) throws {
    let signal = SignalementImpaye(
      date: try civil(day), dette: Cents(debt), loyer: Cents(rent), charges: Cents(charges),
      aide: Cents(aid), tiers_payant: isThirdParty, constitue_le: try constituted.map(civil))
    try learn(
      toCAF ? .signalementImpayeAPL(signal) : .saisineBailleurPM(signal), from: "bailleur-7",
      .bailleurSocial, on: day)
  }
}
