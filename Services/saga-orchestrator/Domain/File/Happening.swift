import Contracts
import LegalCalendar
import Vocabulary

/// One thing that happened, whoever told it: a service, a partner's signal or a deadline.
struct Happening {
  var trigger: Trigger
  var on: Day
  var text: String
  var article: String?
  var hearing: Day?
  var until: Day?
  var count: Int?
  var isSecret = false
  /// The only track to which it is offered; `nil` for all.
  var track: Track?
  /// Whether it is a deadline that fired.
  var isDeadline = false

  init(_ fact: Fact) {
    trigger = fact.trigger
    on = fact.on
    text = fact.text
    article = fact.article
    hearing = fact.hearing
    until = fact.until
    count = fact.count
    // A deposit is secret whatever its sender forgot; so is its refusal.
    isSecret =
      fact.secret || fact.trigger == .surendettementFiled
      || fact.trigger == .surendettementRefused
  }

  init(_ trigger: Trigger, on day: Day, text: String, article: String?, track: Track? = nil) {
    self.trigger = trigger
    self.on = day
    self.text = text
    self.article = article
    self.track = track
  }
}

extension Happening {
  /// What a partner's signal means to the saga; `nil` for an event that is no signal.
  init?(_ event: PartnerEvent) {
    switch event {
    case .signalementCDP(let signal):
      self.init(
        .noticeServed, on: signal.acte, text: "Un commandement de payer est signifié au ménage.",
        article: "loi 89-462, art. 24 I")
    case .signalementImpayeAPL(let signal):
      self.init(
        .arrearsReported, on: signal.date,
        text: "Un impayé est signalé à l'organisme payeur de l'aide au logement.",
        article: "loi 89-462, art. 24 II ; CCH R351-30")
    case .saisineBailleurPM(let signal):
      self.init(
        .arrearsReported, on: signal.date, text: "Le bailleur saisit la CCAPEX d'un impayé.",
        article: "loi 89-462, art. 24 II")
    case .saisineLibre(let signal):
      self.init(
        .arrearsReported, on: signal.date, text: "La CCAPEX est saisie d'un impayé.",
        article: "instruction 1.2")
    case .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .relogementProposition, .relogementReponse,
      .relogementBail, .daloRecours, .daloDecision, .hebergementOrientation, .tribunalAssignation,
      .tribunalAudience, .tribunalRenvoi, .tribunalDecision, .executionCQL, .executionDelaisJEX,
      .executionCFPDemande, .executionCFPDecision, .executionExpulsion, .executionReprise,
      .contactProposition, .menageChangement, .dsfDemande, .dsfCarence, .avisCCAPEX,
      .apurementIncident, .apurementProtocole, .surendettementSuspension, .aplRenvoi,
      .relogementDemande, .relogementRefus, .daloFin, .hebergementDemande, .tribunalNotification,
      .tribunalAppel, .indemnisationDemande, .indemnisationDecision, .dossierCloture,
      .dossierTransfert, .dossierFusion, .dossierSeparation, .rectification:
      return nil
    }
  }
}
