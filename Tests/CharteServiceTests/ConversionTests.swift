import Charte
import CourtLiaisonDomain
import DebtSettlementDomain
import Indicators
import IntakeDomain
import LegalCalendar
import RehousingDomain
import SagaOrchestratorDomain
import SocialDiagnosisDomain
import Testing
import Vocabulary

@testable import court_liaison
@testable import debt_settlement
@testable import intake
@testable import rehousing
@testable import saga_orchestrator
@testable import social_diagnosis

/// Each service's own charter, out of the file: the defaults where it is silent, its numbers else.
@Suite("A version of the Charte, as each service has it") struct ConversionTests {
  @Test("court-liaison") func court() throws {
    #expect(CourtCharter(try Sample.version()) == CourtCharter())
    let set = try Sample.version([
      "justice.decision-sans-date": "45 jours", "justice.tolerance-saisine-prefet": "0 jour",
      "justice.reexamen-du-concours": "3 mois",
      "points-incertains.suspension-prefet-non-saisi": "jours-ajoutes",
    ])
    #expect(
      CourtCharter(set)
        == CourtCharter(
          rulingDays: 45, seizureToleranceDays: 0, quitSuspension: .addsElapsedDays, reviewMonths: 3
        ))
  }

  @Test("social-diagnosis") func diagnosis() throws {
    #expect(DiagnosisCharter(try Sample.version()) == DiagnosisCharter())
    let set = try Sample.version([
      "diagnostic.relance": "12 jours", "diagnostic.apres-entretien": "20 jours",
      "diagnostic.marge-avant-audience": "9 jours", "diagnostic.observations": "6 jours",
      "capacite.taux-effort-maximal": "30,5 %",
      "capacite.reste-a-vivre-par-jour": "12,50 €", "capacite.reserve-par-mois": "350 €",
      "fsl.plafond-dette": "2500 €", "capacite.plan-le-plus-long": "24 mensualités",
    ])
    #expect(
      DiagnosisCharter(set)
        == DiagnosisCharter(
          retryDays: 12, diagnosisDays: 20, marginDays: 9, observationDays: 6,
          thresholds: CapacityThresholds(
            highestEffort: 3_050, lowestLeftPerDay: Cents(1_250), keptPerMonth: Cents(35_000),
            fslCeiling: Cents(250_000), longestPlan: 24)))
  }

  @Test("rehousing") func rehousing() throws {
    #expect(RehousingCharter(try Sample.version()) == RehousingCharter())
    let set = try Sample.version([
      "relogement.reponse-reservataires": "45 jours", "relogement.reponse-urgente": "7 jours",
      "relogement.rappel-prefecture": "21 jours", "relogement.relance-menage": "8 jours",
      "relogement.bail": "60 jours", "relogement.hebergement": "3 jours",
      "relogement.validite-demande": "24 mois", "relogement.agglomeration-plus-de-300000": "non",
    ])
    #expect(
      RehousingCharter(set)
        == RehousingCharter(
          replyDays: 45, urgentReplyDays: 7, reviewDays: 21, reminderDays: 8, leaseDays: 60,
          accommodationDays: 3, registrationMonths: 24, hasLargeAgglomeration: false))
  }

  @Test("debt-settlement") func settlement() throws {
    #expect(SettlementCharter(try Sample.version()) == SettlementCharter())
    let set = try Sample.version([
      "apurement.reponse-bailleur": "2 mois", "fsl.reponse": "3 mois",
      "fsl.procedure-urgente": "non", "apurement.reponse-caf": "4 mois",
      "apurement.surendettement-propose": "5 mois", "apurement.tolerance-echeance": "0 jour",
      "apurement.mensualite-proposee": "50 €", "apurement.part-suffisante": "80 %",
      "apurement.dette-importante": "9 mois", "fsl.plafond-dette": "2500 €",
      "indicateurs.fsl.capacite": "capacite-banque-de-france-v1", "capacite.rsa": "600 €",
      "apurement.autres-dettes-negligees": "200 €", "apurement.petit-impaye": "0 €",
      "points-incertains.apl-hors-charges": "charges-comprises",
      "points-incertains.petit-impaye-apres-2019": "oui",
      "points-incertains.decret-2026-84.applique": "non",
    ])
    #expect(
      SettlementCharter(set)
        == SettlementCharter(
          planReplyMonths: 2, fslReplyMonths: 3, urgentFSLReplyMonths: 3, aidReplyMonths: 4,
          surendettementMonths: 5, graceDays: 0, instalment: Cents(5_000), sufficientShare: 80,
          largeDebtMonths: 9, fslCeiling: Cents(250_000),
          capacity: .banqueDeFrance(.of2017, rsa: Cents(60_000)),
          negligibleOtherDebts: Cents(20_000), readsChargesIncluded: true,
          smallArrears: Cents(0), halvesSmallArrearsSince2019: true, commissionDecidesOnAid: false))
    let simple = try Sample.version(["capacite.reserve-par-mois": "350 €"])
    #expect(SettlementCharter(simple).capacity == .simple(keptPerUnit: Cents(35_000)))
  }

  @Test("saga-orchestrator, with the version that it says") func saga() throws {
    var expected = Charte()
    #expect(expected.version == "défaut")
    let silent = Charte(try Sample.version())
    #expect(silent.version == "2017-03-22")
    for delay in CharteDelay.allCases { #expect(silent[delay] == expected[delay], "\(delay)") }
    let set = Charte(
      try Sample.version([
        "suivi.proposition-entretien": "15 jours ouvrés", "suivi.examen-semestriel": "4 mois",
        "suivi.dsf-apres-audience": "3 semaines",
      ]))
    expected[.contact] = .workingDays(15)
    expected[.halfYear] = .months(4)
    expected[.dsfAfterHearing] = .weeks(3)
    for delay in CharteDelay.allCases { #expect(set[delay] == expected[delay], "\(delay)") }
  }

  @Test("intake, whose arrêtés are those of all versions") func intake() throws {
    let charte = try Sample.charte([
      ("2017-03-22", ["93066": "ouest"], ["signalement.seuil-mois": "6 mois"]),
      ("2020-01-01", ["93066": "ouest"], ["signalement.seuil-loyers": "5 loyers"]),
    ])
    let charter = IntakeCharter(charte.versions[1], of: charte)
    #expect(
      charter.thresholds == [
        .init(from: LegalCalendar.span.lowerBound, months: 6, rents: 3),
        .init(from: day("2020-01-01"), months: 3, rents: 5),
      ])
    var without = charter
    without.thresholds = IntakeCharter().thresholds
    without.commissions = Commissions()
    #expect(without == IntakeCharter())
    let set = try Sample.charte([
      (
        "2017-03-22", ["93066": "ouest"],
        [
          "signalement.adresse-inconnue": "1 mois", "signalement.accuse-transfert": "20 jours",
          "signalement.attente-dossier": "90 jours",
          "signalement.examen-premier-signalement": "10 jours",
          "signalement.examen-rappel": "21 jours",
          "complexite.dette-en-loyers": "12 loyers", "complexite.mesure-de-protection": "non",
          "urgence.concours-demande": "non", "urgence.audience": "40 jours",
          "urgence.fin-du-commandement": "10 jours", "priorite.majeur-protege": "3 points",
          "priorite.bailleur-prive": "1 point", "priorite.urgence": "4 points jusqu'à 20 jours",
          "priorite.solvabilite": "3 points jusqu'à 2 loyers, 2 points jusqu'à 9 loyers",
        ]
      )
    ])
    var expected = IntakeCharter()
    expected.addressDelay = .months(1)
    expected.transferDays = 20
    expected.waitingDays = 90
    expected.examinationDays = 10
    expected.examinationReminderDays = 21
    expected.complexRents = 12
    expected.protectionIsComplex = false
    expected.policeAidIsUrgent = false
    expected.urgentHearingDays = 40
    expected.urgentNoticeDays = 10
    expected.protectedWeight = 3
    expected.privateWeight = 1
    expected.urgencies = [.init(upTo: 20, weight: 4)]
    expected.solvabilities = [.init(upTo: 2, weight: 3), .init(upTo: 9, weight: 2)]
    var found = IntakeCharter(set.versions[0], of: set)
    found.commissions = Commissions()
    #expect(found == expected)
  }
}
