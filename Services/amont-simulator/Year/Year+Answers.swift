import Contracts
import LegalCalendar
import Vocabulary

// What partners answer when Amont asks something of them. The table of volumes says nothing of it:
// how many there are depends on how often Amont asks.

extension Year {
  mutating func receive(_ post: [World.Received], on day: Day) {
    let sorted = post.sorted {
      ($0.household, $0.notice.code.rawValue, $0.reader.rawValue)
        < ($1.household, $1.notice.code.rawValue, $1.reader.rawValue)
    }
    for item in sorted where day <= end {
      guard asked[item.household, default: []].insert(item.notice.code).inserted else { continue }
      answer(item.notice.code, of: item.household, on: day)
    }
  }

  private mutating func answer(_ code: Notice.Code, of household: Int, on day: Day) {
    switch code {
    case .planPropose: answerPlan(persona(life(household)), on: day)
    case .fslDemande: answerFSL(persona(life(household)), on: day)
    case .aideAMaintenir: answerAid(persona(life(household)), on: day)
    case .contactAProposer, .contactEnRetard, .dsfDemande, .dsfEnRetard, .dsf,
      .surendettementAConstituer, .surendettementRecevable, .detteEffacee, .departSignale,
      .echeanceImpayee,
      .apurementSansObjet,
      .logementARechercher, .relogementUrgent, .daloPrioritaire, .offreATransmettre,
      .hebergementARechercher, .relogementSansObjet, .audienceInformation, .mesuresEnCours,
      .delaisADemander, .protectionEnCours, .expulsionIrreguliere, .notificationTardive,
      .prefetNonSaisi, .dossierARevoir, .retourExperience, .clotureADecider, .procedureClose,
      .avisSansObjet,
      .aideASignaler, .aideTrenteSixiemes, .tiersPayantPropose, .droitsAOuvrir, .protocoleRompu,
      .locataireARechercher, .appelPossible, .cfpDecision, .pvExpulsion, .meublesARetirer,
      .restitutionDue, .dsfManquant, .dsfObservations, .dsfCopie,
      .indemnite, .signalementRecu, .adresseAVerifier, .adresseEnRetard, .tableAMettreAJour,
      .transfertPropose, .transfertARecevoir, .transfertEnRetard, .accesARepondre, .accesEnRetard,
      .solidariteAVerifier,
      .referenceChangee, .referenceContredite, .examenEnRetard, .relationNonVerifiee:
      break  // What partners do about these is drawn with the life: it does not wait to be asked.
    }
  }

  private mutating func answerPlan(_ persona: Persona, on asked: Day) {
    // A landlord who goes to court does not even answer.
    guard persona.fate == .keepsPlan || persona.fate == .fsl else { return }
    var dice = dice(persona, "plan")
    let day = days.onOrAfter(asked.adding(days: dice.number(8...16)))
    let isAgreed = persona.fate == .keepsPlan
    let first = day.adding(days: 30)
    answer(
      persona, .plan, on: day, by: persona.landlordAccount,
      .apurementPlan(
        ApurementPlan(
          date: day, accord: isAgreed, nombre: isAgreed ? Self.instalments : nil,
          premiere: isAgreed ? first : nil)))
    guard isAgreed else { return }
    for (rank, amount) in persona.debt.instalments(Self.instalments).enumerated() {
      guard let paid = first.adding(months: rank), rank < Self.instalments else { continue }
      answer(
        persona, .instalment(rank), on: paid, by: persona.landlordAccount,
        .apurementVersement(ApurementVersement(date: paid, echeance: rank + 1, montant: amount)))
    }
    guard let last = first.adding(months: Self.instalments - 1) else { return }
    clear(persona, on: last.adding(days: 3))
  }

  private mutating func answerFSL(_ persona: Persona, on asked: Day) {
    var dice = dice(persona, "fsl")
    let day = days.onOrAfter(asked.adding(days: dice.number(20...30)))
    let isGranted = persona.fate == .fsl
    guard isGranted || dice.happens(50) else { return }
    answer(
      persona, .fsl, on: day, by: .fsl,
      .apurementDecision(
        ApurementDecision(
          date: day, accord: isGranted, montant: isGranted ? persona.debt : .zero)))
    if isGranted { clear(persona, on: days.onOrAfter(day.adding(days: 14))) }
  }

  private mutating func answerAid(_ persona: Persona, on asked: Day) {
    var dice = dice(persona, "aid")
    let day = days.onOrAfter(asked.adding(days: dice.number(8...16)))
    // The CAF now and then lets it drop: the silence is what deadlines are for.
    guard dice.happens(85) else { return }
    answer(
      persona, .aid, on: day, by: .caf, .aplDecision(APLDecision(date: day, maintien: true)))
  }

  private mutating func clear(_ persona: Persona, on day: Day) {
    answer(
      persona, .cleared, on: day, by: persona.landlordAccount,
      .apurementSolde(ApurementSolde(date: day)))
  }

  /// How many instalments a landlord's plan has: short, since no year would see the end of 36.
  private static let instalments = 3

  private func dice(_ persona: Persona, _ purpose: String) -> Dice {
    Dice(seed: seed, household: persona.index, purpose: purpose)
  }

  private mutating func answer(
    _ persona: Persona, _ answer: Answer, on day: Day, by sender: PartnerKind,
    _ event: PartnerEvent
  ) {
    guard day <= end else { return }
    var dice = dice(persona, "repeated answer \(answer.rank)")
    answers[day, default: []].append(
      World.Planned(
        day: day, household: persona.index, rank: answer.rank, sender: sender, event: event,
        identification: reference(persona), times: dice.happens(Rates.duplicate) ? 2 : 1,
        wave: 0, seed: seed))
  }

  /// Each answer has a rank of its own beyond those of the acts of any life.
  private enum Answer {
    case plan, fsl, aid, cleared
    case instalment(Int)

    var rank: Int {
      switch self {
      case .plan: 1_000
      case .fsl: 1_001
      case .aid: 1_002
      case .cleared: 1_003
      case .instalment(let number): 1_010 + number
      }
    }
  }
}
