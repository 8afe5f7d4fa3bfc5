import Contracts
import LegalCalendar
import Vocabulary

// The judgment and what follows it.

extension World {
  /// How many instalments a simulated judge or landlord grants.
  static let instalments = 6

  mutating func judge(_ persona: Persona, on day: Day) {
    func decide(_ decision: TribunalDecision) -> PartnerEvent { .tribunalDecision(decision) }
    switch persona.fate {
    case .keepsSchedule, .breaksSchedule:
      let first = day.adding(days: 30)
      plan(
        persona, on: day, by: .tribunal,
        decide(
          TribunalDecision(
            date: day, sens: .delaisSuspensifs, nombre: Self.instalments, premiere: first)))
      let paid = persona.fate == .keepsSchedule ? Self.instalments : 2
      pay(persona, paid, of: Self.instalments, from: first)
      if persona.fate == .breaksSchedule { execute(persona, after: first.adding(days: 100)) }
    case .landlordWithdraws:
      plan(persona, on: day, by: .tribunal, decide(TribunalDecision(date: day, sens: .desistement)))
      let paid = day.adding(days: 1)
      plan(persona, on: paid, by: landlord(persona), .apurementSolde(ApurementSolde(date: paid)))
    case .leaves:
      plan(
        persona, on: day, by: .tribunal,
        decide(
          TribunalDecision(
            date: day, sens: .expulsionAvecDelais, fin_delais: day.adding(days: 90))))
      execute(persona, after: day)
    case .breaksPlan, .dalo, .accommodated, .evicted, .silent:
      plan(
        persona, on: day, by: .tribunal,
        decide(TribunalDecision(date: day, sens: .expulsionFerme)))
      execute(persona, after: day)
    case .paysInTime, .keepsPlan, .fsl, .surendettement, .rehousedEarly:
      break  // Their landlord never went to court.
    }
  }

  /// The landlord's account tells of each instalment paid.
  mutating func pay(_ persona: Persona, _ paid: Int, of count: Int, from first: Day) {
    let amounts = persona.debt.instalments(count)
    for rank in 1...max(1, min(paid, count)) {
      guard let day = first.adding(months: rank - 1), amounts.indices.contains(rank - 1) else {
        continue
      }
      plan(
        persona, on: day, by: landlord(persona),
        .apurementVersement(
          ApurementVersement(date: day, echeance: rank, montant: amounts[rank - 1])))
    }
  }

  /// CQL, request of CFP, and the end of the story.
  private mutating func execute(_ persona: Persona, after title: Day) {
    let quit = title.adding(days: 20)
    plan(
      persona, on: quit, by: .huissier,
      .executionCQL(ExecutionCQL(acte: quit, prefet_saisi: quit)))
    switch persona.fate {
    case .dalo:
      let filed = title.adding(days: 10)
      plan(persona, on: filed, by: .menage, .daloRecours(DALORecours(date: filed)))
      let decided = filed.adding(days: 60)
      plan(
        persona, on: decided, by: .commissionMediation,
        .daloDecision(DALODecision(date: decided, prioritaire: true)))
    case .leaves:
      // The juge de l'exécution gives it the time to find something.
      let heard = quit.adding(days: 30)
      plan(
        persona, on: heard, by: .tribunal,
        .executionDelaisJEX(ExecutionDelaisJEX(date: heard, fin: heard.adding(days: 90))))
      leave(persona, on: heard.adding(days: 70))
    case .silent, .breaksPlan:
      leave(persona, on: quit.adding(days: 50))
    case .accommodated, .evicted, .breaksSchedule:
      askForPolice(persona, on: quit.adding(days: 64))
    case .paysInTime, .keepsPlan, .fsl, .surendettement, .rehousedEarly, .keepsSchedule,
      .landlordWithdraws:
      break  // No title of eviction is executed against them.
    }
  }

  private mutating func askForPolice(_ persona: Persona, on day: Day) {
    plan(
      persona, on: day, by: .huissier, .executionCFPDemande(ExecutionCFPDemande(date: day)))
    guard persona.fate != .breaksSchedule else {
      // The préfet says nothing: two months of silence are a refusal. The household leaves later.
      return leave(persona, on: day.adding(days: 90))
    }
    let granted = day.adding(days: 45)
    plan(
      persona, on: granted, by: .prefecture,
      .executionCFPDecision(ExecutionCFPDecision(date: granted, accord: true)))
    guard persona.fate == .evicted else { return leave(persona, on: granted.adding(days: 10)) }
    let evicted = World.outOfTruce(granted.adding(days: 15))
    plan(
      persona, on: evicted, by: .huissier, .executionExpulsion(ExecutionExpulsion(date: evicted)))
  }

  private mutating func leave(_ persona: Persona, on day: Day) {
    plan(persona, on: day, by: .huissier, .executionReprise(ExecutionReprise(date: day)))
  }

  /// The first day, that one or later, on which an eviction may be carried out (CPCE L412-6).
  static func outOfTruce(_ day: Day) -> Day {
    let (year, month, _) = day.components
    guard month >= 11 || month <= 3 else { return day }
    return Day(year: month >= 11 ? year + 1 : year, month: 4, day: 3) ?? day
  }
}
