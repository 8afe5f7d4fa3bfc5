import Contracts
import LegalCalendar
import Vocabulary

/// What a partner's event means to the saga itself.
enum Signal {
  /// It moves the dossier.
  case happening(Happening)
  /// It is only told in the timeline.
  case note(on: Day, text: String, article: String)
}

extension Signal {
  /// What an event means; `nil` for one that is not for the saga.
  init?(_ forwarded: ForwardedEvent) {
    switch forwarded.event {
    case .signalementCDP(let signal):
      self = .happening(Happening(signal, isInformation: forwarded.isInformation))
    case .signalementImpayeAPL(let signal):
      self = .happening(
        Happening(
          signal, text: "Un impayé est signalé à l'organisme payeur de l'aide au logement.",
          article: "loi 89-462, art. 24 II ; CCH R351-30"))
    case .saisineBailleurPM(let signal):
      self = .happening(
        Happening(
          signal, text: "Le bailleur saisit la CCAPEX d'un impayé.",
          article: "loi 89-462, art. 24 II"))
    case .saisineLibre(let signal):
      self = .happening(
        Happening(signal, text: "La CCAPEX est saisie d'un impayé.", article: "instruction 1.2"))
    case .menageChangement(let change): self = Signal(change)
    case .avisCCAPEX(let opinion): self = .happening(Happening(opinion))
    case .dossierCloture(let end): self = .happening(Happening(end))
    case .dossierTransfert(let transfer): self = .happening(Happening(transfer))
    case .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .relogementProposition, .relogementReponse,
      .relogementBail, .daloRecours, .daloDecision, .hebergementOrientation, .tribunalAssignation,
      .tribunalAudience, .tribunalRenvoi, .tribunalDecision, .executionCQL, .executionDelaisJEX,
      .executionCFPDemande, .executionCFPDecision, .executionExpulsion, .executionReprise,
      .contactProposition, .dsfDemande, .dsfCarence,
      .apurementIncident, .apurementProtocole, .surendettementSuspension, .aplRenvoi,
      .relogementDemande, .relogementRefus, .daloFin, .hebergementDemande, .tribunalNotification,
      .tribunalAppel, .indemnisationDemande, .indemnisationDecision, .dossierFusion,
      .dossierSeparation, .donneesAcces, .rectification:
      return nil
    }
  }

  private init(_ change: MenageChangement) {
    func happening(_ trigger: Trigger, _ text: String, _ article: String) -> Signal {
      .happening(Happening(trigger, on: change.date, text: text, article: article))
    }
    switch change.nature {
    case .deces:
      self = happening(.householdDied, "Le locataire est décédé.", "loi 89-462, art. 14")
    case .separation:
      self = happening(.householdSplit, "Le ménage se sépare.", "loi 89-462, art. 8-1")
    case .violences:
      self = happening(
        .violenceReported, "La situation du ménage appelle un contact séparé.", "C. civ. 515-9")
    case .protection:
      self = happening(
        .protectedAdultFound, "Une mesure de protection d'un majeur est connue.", "C. civ. 467")
    case .vulnerabilite:
      self = .note(
        on: change.date, text: "La situation du ménage est mise à jour.",
        article: "instruction 2.1")
    }
  }
}

extension Happening {
  fileprivate init(_ signal: SignalementCDP, isInformation: Bool) {
    self.init(
      isInformation ? .noticeBelowThreshold : .noticeServed, on: signal.acte,
      text: isInformation
        ? "Un commandement de payer sous le seuil de l'arrêté est signifié au ménage."
        : "Un commandement de payer est signifié au ménage.",
      article: "loi 89-462, art. 24 I")
    lease = signal.bail_du
    writtenDelay = signal.delai.map {
      switch $0 {
      case .deuxMois: RuleVersion.lastDayOfTwoMonths
      case .sixSemaines: RuleVersion.lastDayOfTwoMonths.adding(days: 1)
      }
    }
  }

  /// Another motive without a debt is no arrears; with a debt, the debt is what is followed.
  fileprivate init(_ signal: SignalementImpaye, text: String, article: String) {
    let isOther = signal.motif.map { $0 != .impaye } ?? false
    if isOther, signal.dette <= .zero {
      self.init(
        .otherMotiveReported, on: signal.date,
        text: "Une menace d'expulsion pour un autre motif que l'impayé est signalée.",
        article: "instruction II : tous les motifs")
    } else {
      self.init(.arrearsReported, on: signal.date, text: text, article: article)
    }
    lease = signal.bail_du
  }

  fileprivate init(_ opinion: AvisCCAPEX) {
    let article = "loi 90-449, art. 7-2 ; décret 2015-1384"
    switch opinion.sens {
    case .sansSolution, .renvoiCentrale:
      self.init(
        .sessionWithoutSolution, on: opinion.date,
        text: "Une séance de la commission reste sans solution.", article: article)
    case .maintien, .apurement, .relogement, .hebergement, .accompagnement, .aideMaintenue,
      .aideSuspendue:
      self.init(
        .opinionGiven, on: opinion.date, text: "La CCAPEX rend un avis.", article: article)
    }
  }

  fileprivate init(_ end: DossierCloture) {
    self.init(
      .closedByCommission, on: end.date, text: "La commission clôt le dossier.",
      article: "instruction 1.2")
    closure =
      switch end.motif {
      case .desistement: .withdrawn
      case .depart: .departed
      case .deces: .died
      case .sansSuite, .erreur: .withoutFollowUp
      }
  }

  fileprivate init(_ transfer: DossierTransfert) {
    let (trigger, text): (Trigger, String) =
      switch transfer.etape {
      case .propose: (.transferRequested, "Le transfert à un autre département est proposé.")
      case .recu: (.transferReceived, "L'autre département accuse réception du dossier.")
      case .refuse: (.transferRefused, "L'autre département refuse le dossier.")
      }
    self.init(trigger, on: transfer.date, text: text, article: "instruction 1.2")
  }
}
