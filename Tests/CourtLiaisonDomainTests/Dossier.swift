import Contracts
import CourtLiaisonDomain
import HouseholdSupport
import LegalCalendar
import Vocabulary

/// One household as court-liaison lives it.
typealias Dossier = HouseholdDossier<CourtCasework>

extension Dossier {
  mutating func open(
    landlord: Landlord.Kind?, huissier: String? = nil, bailleur: String? = nil,
    guardian: Bool? = nil, on day: String
  ) throws {
    let opened = DossierOpened(
      on: try civil(day), commune: "93066", commission: "saint-denis", landlord: landlord,
      huissier: huissier, bailleur: bailleur, mandataire: guardian)
    try open(opened, on: day)
  }

  /// The last day that the last fact carries.
  var lastUntil: String? { facts.last?.until?.description }
}
