import Contracts
import LegalCalendar
import Vocabulary

/// What a partner's event means to the saga itself.
enum Signal {
  /// It moves the dossier.
  case event(SagaEvent)
  /// It is only told in the timeline.
  case note(on: Day, text: String, article: String)
}

extension Signal {
  /// What an event means; `nil` for one that is not for the saga.
  init?(_ forwarded: ForwardedEvent) {
    switch forwarded.event {
    case .signalementCDP(let signal):
      self = .event(SagaEvent(signal, isInformation: forwarded.isInformation))
    case .signalementImpayeAPL(let signal):
      self = .event(
        SagaEvent(
          signal, text: "Un impayé est signalé à l'organisme payeur de l'aide au logement.",
          article: "loi 89-462, art. 24 II ; CCH R351-30"))
    case .saisineBailleurPM(let signal):
      self = .event(
        SagaEvent(
          signal, text: "Le bailleur saisit la CCAPEX d'un impayé.",
          article: "loi 89-462, art. 24 II"))
    case .saisineLibre(let signal):
      self = .event(
        SagaEvent(signal, text: "La CCAPEX est saisie d'un impayé.", article: "instruction 1.2"))
    case .menageChangement(let change):
      self = Signal(change, ofSeveral: forwarded.isShared)
    case .avisCCAPEX(let opinion): self = .event(SagaEvent(opinion))
    case .dossierCloture(let end): self = .event(SagaEvent(end))
    case .dossierTransfert(let transfer): self = .event(SagaEvent(transfer))
    case .dossierAccueil(let transfer): self = .event(SagaEvent(transfer))
    case .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .relogementProposition, .relogementReponse,
      .relogementBail, .daloRecours, .daloDecision, .hebergementOrientation, .tribunalAssignation,
      .tribunalAudience, .tribunalRenvoi, .tribunalDecision, .executionCQL, .executionDelaisJEX,
      .executionCFPDemande, .executionCFPDecision, .executionExpulsion, .executionReprise,
      .contactProposition, .dsfDemande, .dsfCarence,
      .apurementLoyer, .apurementIncident, .apurementProtocole, .surendettementSuspension,
      .aplRenvoi,
      .relogementDemande, .relogementRefus, .daloFin, .hebergementDemande, .tribunalNotification,
      .tribunalAppel, .indemnisationDemande, .indemnisationDecision, .dossierFusion,
      .dossierSeparation, .donneesAcces, .rectification:
      return nil
    }
  }

  /// - Parameter isShared: Whether the dossier names several tenants: then only a word that nobody
  ///   keeps the lease ends it.
  private init(_ change: MenageChangement, ofSeveral isShared: Bool) {
    func event(_ trigger: Trigger, _ text: String, _ article: String) -> Signal {
      .event(SagaEvent(trigger, on: change.date, text: text, article: article))
    }
    switch change.nature {
    case .deces:
      switch change.survivant {
      case .conjoint, .cotitulaire:
        self = event(
          .tenantDied, "Un locataire est décédé ; le bail continue avec qui en est cotitulaire.",
          "C. civ. 1751 ; loi 89-462, art. 14")
      case .transfert:
        self = event(
          .tenantDied, "Le locataire est décédé ; son bail est transféré à qui vivait avec lui.",
          "loi 89-462, art. 14")
      case nil where isShared:
        self = event(
          .tenantDied, "Un des locataires est décédé ; le bail continue avec les autres.",
          "C. civ. 1751 ; loi 89-462, art. 14")
      case .aucun, nil:
        self = event(.householdDied, "Le locataire est décédé.", "loi 89-462, art. 14")
      }
    case .separation:
      self = event(.householdSplit, "Le ménage se sépare.", "loi 89-462, art. 8-1")
    case .violences:
      self = event(
        .violenceReported, "La situation du ménage appelle un contact séparé.", "C. civ. 515-9")
    case .protection:
      self = event(
        .protectedAdultFound, "Une mesure de protection d'un majeur est connue.", "C. civ. 467")
    case .vulnerabilite:
      self = .note(
        on: change.date, text: "La situation du ménage est mise à jour.",
        article: "instruction 2.1")
    }
  }
}

extension SagaEvent {
  fileprivate init(_ signal: SignalementCDP, isInformation: Bool) {
    self.init(
      isInformation ? .noticeBelowThreshold : .noticeServed, on: signal.acte,
      text: isInformation
        ? "Un commandement de payer sous le seuil de l'arrêté est signifié au ménage."
        : "Un commandement de payer est signifié au ménage.",
      article: "loi 89-462, art. 24 I")
    lease = signal.bail_du
    unpaidMonths = signal.mois_impayes
    writtenDelay = signal.delai.map {
      switch $0 {
      case .deuxMois: RuleBook.lastDayOfTwoMonths
      case .sixSemaines: RuleBook.lastDayOfTwoMonths.adding(days: 1)
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
      case .detteSoldee: .debtCleared
      case .bailMaintenu: .leaseKept
      case .hebergement: .accommodated
      case .expulsion: .evicted
      case .sansSuite, .erreur: .withoutFollowUp
      }
  }

  /// What was done elsewhere is not known here: it begins as arrears do, and its acts follow.
  fileprivate init(_ transfer: DossierAccueil) {
    self.init(
      .arrearsReported, on: transfer.date,
      text: "Un autre département transmet le dossier, étape \(transfer.stade.rawValue).",
      article: "instruction 1.2")
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
