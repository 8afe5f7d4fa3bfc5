import Contracts
import SagaOrchestratorDomain
import Testing

/// A proof is worth what it refuses: each of these tables is wrong in one place, and is caught.
@Suite struct MutationTests {
  @Test(arguments: mutations) func aBrokenTableIsCaught(_ mutation: Mutation) {
    #expect(mutation.finding?.property == mutation.caughtBy)
  }

  static let mutations = evictions + fullProcedure + shortenings + help + shape

  private static let evictions = [
    guardDropped("la trêve hivernale n'est plus regardée", .winterTruce),
    guardDropped("le délai du CQL n'est plus regardé", .quitPeriodNotRun),
    guardDropped("les délais du juge ne sont plus regardés", .judgeDelaysInForce),
    guardDropped("les délais du JEX ne sont plus regardés", .jexDelaysInForce),
    guardDropped("l'échéancier n'est plus regardé", .scheduleInForce),
    guardDropped("l'arrêt de l'exécution n'est plus regardé", .executionStayed),
    guardDropped("la suspension du surendettement n'est plus regardée", .surendettementSuspension),
    guardDropped("le protocole n'est plus regardé", .protocolInForce),
    guardDropped("la suspension de la clause n'est plus regardée", .clauseSuspended),
    Mutation(
      "la trêve commence et l'expulsion reste possible",
      caughtBy: .noEvictionIsPossibleWhileAProtectionHolds
    ) { $0.procedure.replace(.evictionPossible, [.truceStarted], with: .ignore("mutation")) },
    Mutation(
      "le suivi finit malgré un droit ouvert", caughtBy: .noDossierClosesItselfWhileARightIsOpen
    ) { $0.procedure.change { $1.forgetting(.rightOpen) } },
    Mutation(
      "la fin des deux ans clôt malgré un autre droit",
      caughtBy: .noDossierClosesItselfWhileARightIsOpen
    ) {
      $0.procedure.replace(
        .clauseSuspended, [.clauseSuspensionEnded], with: .go(.closed, [], "mutation"))
    },
    Mutation("la fin d'un suivi clôt le dossier", caughtBy: .noDossierClosesByTime) {
      $0.procedure.replace(
        .left, [.reviewDue],
        with: .either(.rightOpen, .stay([], "mutation"), .go(.closed, [], "mutation")))
    },
    Mutation(
      "un plan est dit interdire l'expulsion", caughtBy: .aBarIsNeverToldForWhatOnlyObliges
    ) {
      $0.procedure.replace(
        .quitExpired, [.planAgreed], with: .stay([.tellPrefetProtection], "mutation"))
    },
    Mutation(
      "une expulsion est toujours tenue pour régulière",
      caughtBy: .noEvictionIsRegularWhileAProtectionHeld
    ) {
      $0.procedure.replace(
        .evictionHeld, [.evictionReported], with: .go(.evicted, [.recordPostMortem], "mutation"))
    },
    Mutation(
      "une expulsion signalée dès l'assignation est ignorée",
      caughtBy: .anIrregularEvictionIsRecordedReviewedAndTold
    ) { $0.procedure.replace(.summoned, [.evictionReported], with: .ignore("mutation")) },
    Mutation(
      "le préfet n'apprend pas l'expulsion irrégulière",
      caughtBy: .anIrregularEvictionIsRecordedReviewedAndTold
    ) { $0.procedure.change { $1.without(.tellPrefetIrregularEviction) } },
  ]

  /// Each new protection begins while an eviction is possible, and the table looks away.
  private static let fullProcedure = [
    ("un arrêt de l'exécution", Trigger.executionStayed),
    ("une suspension pendant le surendettement", .evictionSuspendedBySurendettement),
    ("un protocole", .cohesionProtocolSigned),
    ("une suspension de la clause", .clauseSuspendedAfterPRP),
    ("des délais calés sur le surendettement", .scheduleBySurendettement),
  ].map { name, trigger in
    Mutation(
      name + " laisse l'expulsion possible", caughtBy: .noEvictionIsPossibleWhileAProtectionHolds
    ) { $0.procedure.replace(.evictionPossible, [trigger], with: .stay([], "mutation")) }
  }

  private static let shortenings = [
    ("un appel sans effet met fin à l'arrêt", Circumstance.executionStayed, Trigger.appealFiled),
    ("un refus d'offre fait perdre le DALO", .daloPriorityWithoutOffer, .offerRefusedUnjustified),
    ("une offre fait perdre le DALO", .daloPriorityWithoutOffer, .daloOfferMade),
    ("la fin du surendettement rend l'expulsion", .surendettementSuspension, .surendettementEnded),
    ("un impayé rompt le protocole", .protocolInForce, .arrearsReported),
    ("un impayé rend la clause", .clauseSuspended, .arrearsReported),
    ("le CFP efface le délai du CQL", .quitPeriodNotRun, .policeAidGranted),
    ("une expulsion met fin à la trêve", .winterTruce, .evictionReported),
  ].map { name, protection, trigger in
    Mutation(name, caughtBy: .noActShortensAProtection) { $0.end(protection, by: trigger) }
  }

  private static let help = [
    Mutation(
      "les voies épuisées n'ouvrent pas le relogement", caughtBy: .aDiagnosedHouseholdIsHelped
    ) { $0.housing.replace(.notSought, [.settlementExhausted], with: .ignore("mutation")) },
    Mutation("le diagnostic n'ouvre rien", caughtBy: .aDiagnosedHouseholdIsHelped) {
      $0.debt.replace(.owed, [.diagnosedCanStay], with: .stay([], "mutation"))
    },
    Mutation("un plan rompu n'a pas de suite", caughtBy: .aDiagnosedHouseholdIsHelped) {
      $0.debt.replace(.plan, [.planBroken], with: .go(.owed, [], "mutation"))
    },
  ]

  private static let shape = [
    Mutation("une phase perd son échéance", caughtBy: .everyOpenPhaseHasADeadline) {
      $0.procedure.dropDeadline(of: .evictionHeld)
    },
    Mutation("une phase du relogement perd son échéance", caughtBy: .everyOpenPhaseHasADeadline) {
      $0.housing.dropDeadline(of: .offered)
    },
    Mutation("une échéance est ignorée", caughtBy: .everyDeadlineDoesSomething) {
      $0.procedure.replace(.judgmentAwaited, [.decisionOverdue], with: .ignore("mutation"))
    },
    Mutation("une phase perd ses sorties", caughtBy: .everyPhaseHasAnExit) {
      $0.housing.change { $0 == .accepted ? .stay([], "mutation") : $1 }
    },
    Mutation("une phase n'est plus atteinte", caughtBy: .everyPhaseIsReached) {
      $0.contact.change { $1.outcome(in: []).phase == .toComplete ? .ignore("mutation") : $1 }
    },
    Mutation("un ordre part deux fois", caughtBy: .noOrderIsSentTwice) {
      $0.housing.replace(
        .sought, [.reviewDue],
        with: .stay([.raiseRehousingPriority, .raiseRehousingPriority], "mutation"))
    },
    Mutation("un dossier clos parle", caughtBy: .aClosedDossierIsSilent) {
      $0.debt.replace(.closed, [.planBroken], with: .stay([.openSettlement], "mutation"))
    },
    Mutation("un dépôt de surendettement se voit", caughtBy: .aDepositChangesNothing) {
      $0.debt.replace(.settling, [.surendettementFiled], with: .stay([.openSettlement], "mutation"))
    },
  ]

  private static func guardDropped(_ name: String, _ circumstance: Circumstance) -> Mutation {
    Mutation(name, caughtBy: .noEvictionIsPossibleWhileAProtectionHolds) {
      $0.procedure.change { $1.forgetting(circumstance) }
    }
  }
}
