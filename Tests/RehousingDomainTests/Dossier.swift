@testable import Contracts
import HouseholdSupport
import LegalCalendar
import RehousingDomain
import Vocabulary

/// One household as rehousing lives it.
typealias Dossier = HouseholdDossier<RehousingCasework>

extension Dossier {
  mutating func offer(
    _ reference: String, by sender: String = "habitat-93", dated date: String? = nil,
    suits: Bool = true, on day: String
  ) throws {
    try learn(
      .relogementProposition(
        RelogementProposition(
          date: try civil(date ?? day), offre: reference, adaptee: suits, loyer: Cents(48_000))),
      from: sender, .bailleurSocial, on: day)
  }

  mutating func answer(
    _ reference: String, accepts: Bool, dated date: String? = nil, from sender: String = "menage",
    on day: String
  ) throws {
    try learn(
      .relogementReponse(
        RelogementReponse(
          date: try civil(date ?? day), offre: reference, accepte: accepts,
          motif: accepts ? nil : "trop-loin")),
      from: sender, .menage, on: day)
  }

  mutating func lease(_ reference: String, on day: String) throws {
    try learn(
      .relogementBail(RelogementBail(date: try civil(day), offre: reference)),
      from: "habitat-93", .bailleurSocial, on: day)
  }

  mutating func recours(dated date: String, on day: String? = nil) throws {
    try learn(
      .daloRecours(DALORecours(date: try civil(date))), from: "menage", .menage,
      on: day ?? date)
  }

  mutating func commission(recognises: Bool, dated date: String, on day: String? = nil) throws {
    try learn(
      .daloDecision(DALODecision(date: try civil(date), prioritaire: recognises)),
      from: "mediation", .commissionMediation, on: day ?? date)
  }

  mutating func siao(_ stage: HebergementOrientation.Etape, dated date: String) throws {
    try learn(
      .hebergementOrientation(HebergementOrientation(date: try civil(date), etape: stage)),
      from: "siao-93", .siao, on: date)
  }
}

extension Dossier {
  mutating func daho(dated date: String) throws {
    try learn(
      .daloRecours(DALORecours(date: try civil(date), droit: .daho)), from: "menage", .menage,
      on: date)
  }

  mutating func daho(recognised: Bool, dated date: String, foyer: Bool? = nil) throws {
    try learn(
      .daloDecision(
        DALODecision(
          date: try civil(date), prioritaire: recognised, droit: .daho, logement_foyer: foyer)),
      from: "mediation", .commissionMediation, on: date)
  }

  mutating func prefectEndsDALO(dated date: String) throws {
    try learn(
      .daloFin(DALOFin(date: try civil(date), motif: "offre-refusee")), from: "prefecture",
      .prefecture, on: date)
  }

  mutating func decline(_ reference: String?, dated date: String) throws {
    try learn(
      .relogementRefus(
        RelogementRefus(date: try civil(date), offre: reference, motif: "ressources")),
      from: "habitat-93", .bailleurSocial, on: date)
  }

  mutating func register(
    _ number: String, dated date: String, _ profile: ProfilLogement? = nil
  ) throws {
    try learn(
      .relogementDemande(
        RelogementDemande(date: try civil(date), numero: number, profil: profile)),
      from: "menage", .menage, on: date)
  }

  mutating func refuseWithoutReason(_ reference: String, dated date: String) throws {
    try learn(
      .relogementReponse(
        RelogementReponse(date: try civil(date), offre: reference, accepte: false)),
      from: "menage", .menage, on: date)
  }
}
