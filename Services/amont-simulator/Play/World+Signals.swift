import Contracts
import Vocabulary

// The first signals, and the road to court that the landlord takes whatever the others do.

extension World {
  /// The landlord's side of the household's story.
  mutating func signal(_ persona: Persona) {
    let day = persona.signalledOn
    let times = persona.isPublishedTwice ? 2 : 1
    if persona.isSocial {
      plan(
        persona, on: day, by: .bailleurSocial, .saisineBailleurPM(arrears(persona, on: day)),
        times: times, full: true)
    } else {
      plan(
        persona, on: day, by: .huissier, .signalementCDP(notice(persona, on: day.adding(days: -2))),
        times: times, full: true)
    }
    if let mistake = persona.mistake {
      plan(
        persona, on: day, by: .caf, .signalementImpayeAPL(arrears(persona, on: day)), full: true,
        mistake: mistake)
    }
    if persona.isSignalledTwice {
      let later = day.adding(days: 9)
      let again = arrears(persona, on: later)
      if persona.index.isMultiple(of: 2) {
        plan(persona, on: later, by: .caf, .signalementImpayeAPL(again), full: true)
      } else {
        plan(persona, on: later, by: .ccas, .saisineLibre(again), full: true)
      }
    }
    if persona.fate == .paysInTime {
      let paid = day.adding(days: 40)
      plan(persona, on: paid, by: landlord(persona), .apurementSolde(ApurementSolde(date: paid)))
    }
    if persona.fate.goesToCourt { goToCourt(persona) }
  }

  /// Who speaks for the landlord.
  func landlord(_ persona: Persona) -> PartnerKind {
    persona.isSocial ? .bailleurSocial : .bailleurPrive
  }

  private func arrears(_ persona: Persona, on day: Day) -> SignalementImpaye {
    SignalementImpaye(
      date: day, dette: persona.debt, loyer: persona.rent, charges: persona.charges,
      aide: persona.aid, tiers_payant: true)
  }

  private func notice(_ persona: Persona, on day: Day) -> SignalementCDP {
    SignalementCDP(
      acte: day, dette: persona.debt, loyer: persona.rent, charges: persona.charges,
      mois_impayes: 4)
  }

  /// Assignation, hearing, postponement now and then, decision.
  private mutating func goToCourt(_ persona: Persona) {
    var dice = dice(persona, "court")
    let summons = persona.signalledOn.adding(days: 75 + dice.number(0...10))
    var hearing = summons.adding(days: 66 + dice.number(0...12))
    plan(
      persona, on: summons.adding(days: 2), by: .huissier,
      .tribunalAssignation(
        TribunalAssignation(
          acte: summons, notification: summons.adding(days: 1), audience: hearing,
          dette_locative: true)))
    if dice.happens(15) {
      let postponed = hearing.adding(days: 28)
      plan(
        persona, on: hearing, by: .tribunal,
        .tribunalRenvoi(TribunalRenvoi(date: hearing, nouvelle: postponed)))
      hearing = postponed
    }
    let decision = hearing.adding(days: 28)
    plan(
      persona, on: hearing, by: .tribunal,
      .tribunalAudience(
        TribunalAudience(
          date: hearing, locataire_present: persona.isReachable, delibere: decision)))
    judge(persona, on: decision)
  }
}
