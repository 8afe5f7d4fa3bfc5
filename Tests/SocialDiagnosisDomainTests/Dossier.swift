import Contracts
import HouseholdSupport
import LegalCalendar
import SocialDiagnosisDomain
import Vocabulary

/// One household as social-diagnosis lives it.
typealias Dossier = HouseholdDossier<SocialDiagnosisCasework>

extension Dossier {
  mutating func open(on day: String, tenant: String = "Durand") throws {
    let menage = Identification(
      locataires: [Person(nom: tenant, prenom: "Anne")],
      logement: Dwelling(insee: "93066", voie: "12 rue des Lilas"))
    let opened = DossierOpened(
      on: try civil(day), commune: "93066", commission: "saint-denis", landlord: nil,
      huissier: nil, bailleur: nil, menage: menage)
    try open(opened, on: day)
  }

  mutating func learn(
    _ event: PartnerEvent, from kind: PartnerKind = .serviceSocial, on day: String
  ) throws {
    try learn(event, from: kind.rawValue, kind, on: day)
  }

  mutating func attempt(
    _ channel: ContactResultat.Canal, _ result: ContactResultat.Resultat, dated date: String,
    on day: String? = nil
  ) throws {
    try learn(
      .contactResultat(
        ContactResultat(date: try civil(date), canal: channel, resultat: result)),
      on: day ?? date)
  }
}

/// A household of one adult who can stay: 1 500 € of resources, 350 € of rent net of aid, debt 1
/// 800 €.
func diagnostic(
  on date: String, resources: Int? = 150_000, aid: Int = 20_000, rent: Int = 50_000,
  charges: Int = 5_000, fixed: Int = 20_000, debt: Int = 180_000, adults: Int = 1,
  children: Int = 0, resumed: Bool = true, stays: Bool = true, concludes: Bool = true
) throws -> Diagnostic {
  var made = Diagnostic(
    date: try civil(date), ressources: resources.map(Cents.init), aide: Cents(aid),
    loyer: Cents(rent), charges: Cents(charges), charges_fixes: Cents(fixed), dette: Cents(debt),
    autres_dettes: .zero, adultes: adults, enfants: children, loyer_repris: resumed,
    souhaite_rester: stays)
  // The worker of the tests follows the indicators, where he concludes at all.
  let proposed = Capacity(of: made, by: CapacityThresholds()).conclusion
  made.conclusion = concludes ? Diagnostic.Conclusion(rawValue: proposed.rawValue) : nil
  return made
}
