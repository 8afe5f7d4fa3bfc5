import Contracts
import LegalCalendar
import Vocabulary

extension Persona {
  /// Who publishes an act, and how: a table, a line an act.
  // swift-format-ignore
  func event(of dated: DatedAct) -> (PartnerKind, PartnerEvent) {
    let day = dated.day
    switch dated.act {
    case .commandement: return (.huissier, .signalementCDP(notice(on: day)))
    case .aplArrears: return (.caf, .signalementImpayeAPL(arrears(on: day)))
    case .saisine: return (.bailleurSocial, .saisineBailleurPM(arrears(on: day)))
    case .missed(let isLast):
      return (.serviceSocial, .contactResultat(ContactResultat(
        date: day, canal: isLast ? .visite : .courrier, resultat: .sansReponse)))
    case .met:
      return (.serviceSocial, .contactResultat(ContactResultat(
        date: day, canal: .visite, resultat: .rencontre)))
    case .diagnosed: return (.serviceSocial, .diagnosticInitial(diagnostic(on: day)))
    case .summoned(let hearing):
      return (.huissier, .tribunalAssignation(TribunalAssignation(
        acte: day, notification: day, audience: hearing, dette_locative: true)))
    case .dsf: return (.operateurDSF, .dsfTransmis(diagnostic(on: day)))
    case .heard(let decision):
      return (.tribunal, .tribunalAudience(TribunalAudience(
        date: day, locataire_present: isReachable, delibere: decision)))
    case .postponed(let next):
      return (.tribunal, .tribunalRenvoi(TribunalRenvoi(date: day, nouvelle: next)))
    case .decided(let ruling): return (.tribunal, .tribunalDecision(ruling.event(on: day)))
    case .instalment(let rank):
      return (landlordAccount, .apurementVersement(ApurementVersement(
        date: day, echeance: rank, montant: instalment(rank))))
    case .cleared: return (landlordAccount, .apurementSolde(ApurementSolde(date: day)))
    case .quitOrder: return (.huissier, .executionCQL(ExecutionCQL(acte: day, prefet_saisi: day)))
    case .policeAidAsked:
      return (.huissier, .executionCFPDemande(ExecutionCFPDemande(date: day)))
    case .policeAidDecided(let isGranted):
      return (.prefecture, .executionCFPDecision(ExecutionCFPDecision(
        date: day, accord: isGranted, motif: isGranted ? nil : .dignite)))
    case .evicted: return (.huissier, .executionExpulsion(ExecutionExpulsion(date: day)))
    case .left: return (.huissier, .executionReprise(ExecutionReprise(date: day)))
    case .daloClaimed: return (.menage, .daloRecours(DALORecours(date: day)))
    case .daloDecided(let isPriority):
      return (.commissionMediation, .daloDecision(DALODecision(
        date: day, prioritaire: isPriority)))
    case .surendettementFiled:
      return (.serviceSocial, .surendettementDepot(SurendettementDepot(date: day)))
    case .surendettementAdmitted:
      return (.banqueDeFrance, .surendettementRecevabilite(SurendettementRecevabilite(
        date: day, recevable: true)))
    case .surendettementMeasured(let measure):
      return (.banqueDeFrance, .surendettementMesures(measure.event(on: day)))
    case .offered(let number):
      return (.bailleurSocial, .relogementProposition(RelogementProposition(
        date: day, offre: offer(number), adaptee: true, loyer: Cents(rent.value * 7 / 10))))
    case .answered(let number, let isAccepted):
      return (.menage, .relogementReponse(RelogementReponse(
        date: day, offre: offer(number), accepte: isAccepted)))
    case .leased(let number):
      return (.bailleurSocial, .relogementBail(RelogementBail(date: day, offre: offer(number))))
    }
  }

  /// Who speaks for the landlord.
  var landlordAccount: PartnerKind { isSocial ? .bailleurSocial : .bailleurPrive }

  private func offer(_ number: Int) -> String { "LOG-\(index)-\(number)" }

  private func notice(on day: Day) -> SignalementCDP {
    SignalementCDP(acte: day, dette: debt, loyer: rent, charges: charges, mois_impayes: 4)
  }

  private func arrears(on day: Day) -> SignalementImpaye {
    SignalementImpaye(
      date: day, dette: debt, loyer: rent, charges: charges, aide: aid, tiers_payant: true)
  }

  private func instalment(_ rank: Int) -> Cents {
    let amounts = debt.instalments(World.instalments)
    return amounts.indices.contains(rank - 1) ? amounts[rank - 1] : debt
  }
}

extension Act.Ruling {
  fileprivate func event(on day: Day) -> TribunalDecision {
    switch self {
    case .dismissed: TribunalDecision(date: day, sens: .rejet)
    case .delays(let first):
      TribunalDecision(
        date: day, sens: .delaisSuspensifs, nombre: World.instalments, premiere: first)
    case .eviction: TribunalDecision(date: day, sens: .expulsionFerme)
    case .evictionWithDelays(let until):
      TribunalDecision(date: day, sens: .expulsionAvecDelais, fin_delais: until)
    }
  }
}

extension Act.Measure {
  /// A moratoire lasts two years (C. consom. L733-1).
  private static let monthsOfMoratorium = 24

  fileprivate func event(on day: Day) -> SurendettementMesures {
    switch self {
    case .erased: SurendettementMesures(date: day, mesure: .prp)
    case .plan: SurendettementMesures(date: day, mesure: .plan)
    case .moratorium:
      SurendettementMesures(
        date: day, mesure: .moratoire, fin: day.adding(months: Self.monthsOfMoratorium))
    }
  }
}
