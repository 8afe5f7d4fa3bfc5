import Contracts
import Vocabulary

extension Checks {
  /// Checks the payload of an event, whatever its kind: a table, a line an event.
  // swift-format-ignore
  func check(_ event: PartnerEvent) throws(Refusal) {
    switch event {
    case .signalementCDP(let body): try check(body)
    case .signalementImpayeAPL(let body), .saisineBailleurPM(let body), .saisineLibre(let body):
      try check(body)
    case .contactResultat(let body): try act(body.date, "date")
    case .diagnosticInitial(let body), .dsfTransmis(let body): try check(body)
    case .apurementDecision(let body): try check(body)
    case .apurementPlan(let body): try check(body)
    case .apurementVersement(let body): try check(body)
    case .apurementSolde(let body): try act(body.date, "date")
    case .surendettementDepot(let body): try act(body.date, "date")
    case .surendettementRecevabilite(let body): try act(body.date, "date")
    case .surendettementMesures(let body): try check(body)
    case .aplDecision(let body): try act(body.date, "date")
    case .relogementProposition(let body): try check(body)
    case .relogementReponse(let body): try check(body)
    case .relogementBail(let body): try check(body)
    case .daloRecours(let body): try act(body.date, "date")
    case .daloDecision(let body): try act(body.date, "date")
    case .hebergementOrientation(let body): try act(body.date, "date")
    case .tribunalAssignation(let body): try check(body)
    case .tribunalAudience(let body): try check(body)
    case .tribunalRenvoi(let body): try check(body)
    case .tribunalDecision(let body): try check(body)
    case .executionCQL(let body): try check(body)
    case .executionDelaisJEX(let body): try check(body)
    case .executionCFPDemande(let body): try act(body.date, "date")
    case .executionCFPDecision(let body): try act(body.date, "date")
    case .executionExpulsion(let body): try act(body.date, "date")
    case .executionReprise(let body): try act(body.date, "date")
    case .contactProposition(let body): try check(body)
    case .menageChangement(let body): try check(body)
    case .dsfDemande(let body): try check(body)
    case .dsfCarence(let body): try check(body)
    case .avisCCAPEX(let body): try act(body.date, "date")
    case .apurementIncident(let body): try check(body)
    case .apurementProtocole(let body): try check(body)
    case .surendettementSuspension(let body): try check(body)
    case .aplRenvoi(let body): try act(body.date, "date")
    case .relogementDemande(let body): try check(body)
    case .relogementRefus(let body): try check(body)
    case .daloFin(let body): try check(body)
    case .hebergementDemande(let body): try act(body.date, "date")
    case .tribunalNotification(let body): try act(body.date, "date")
    case .tribunalAppel(let body): try act(body.date, "date")
    case .indemnisationDemande(let body): try check(body)
    case .indemnisationDecision(let body): try check(body)
    case .dossierCloture(let body): try act(body.date, "date")
    case .dossierTransfert(let body): try check(body)
    case .dossierFusion(let body), .dossierSeparation(let body): try check(body)
    case .donneesAcces(let body): try act(body.date, "date")
    case .rectification(let body): try check(body)
    }
  }

  // The threshold of the préfet's arrêté (SIGNAL.seuil) is not checked here: an early signal is
  // welcome, and is kept as information.

  private func check(_ signal: SignalementCDP) throws(Refusal) {
    try act(signal.acte, "acte")
    try amount(signal.dette, "dette", Bounds.debt)
    try amount(signal.loyer, "loyer", Bounds.rent)
    try amount(signal.charges, "charges", Bounds.monthly)
    try number(signal.mois_impayes, "mois_impayes", Bounds.months)
    guard let lease = signal.bail_du else { return }
    try past(lease, "bail_du")
    if lease > signal.acte { throw .fieldInvalid("acte", .before("bail_du")) }
  }

  private func check(_ signal: SignalementImpaye) throws(Refusal) {
    try act(signal.date, "date")
    // A congé or troubles need no debt.
    let isDebt = signal.motif ?? .impaye == .impaye
    try amount(signal.dette, "dette", isDebt ? Bounds.debt : 0...Bounds.debt.upperBound)
    try amount(signal.loyer, "loyer", Bounds.rent)
    try amount(signal.charges, "charges", Bounds.monthly)
    try amount(signal.aide, "aide", Bounds.monthly)
  }

  private func check(_ diagnosis: Diagnostic) throws(Refusal) {
    try act(diagnosis.date, "date")
    try amount(diagnosis.ressources, "ressources", Bounds.resources)
    try amount(diagnosis.aide, "aide", Bounds.monthly)
    try amount(diagnosis.loyer, "loyer", Bounds.rent)
    try amount(diagnosis.charges, "charges", Bounds.monthly)
    try amount(diagnosis.charges_fixes, "charges_fixes", Bounds.resources)
    // A debt that was paid meanwhile is a good diagnosis, not a mistake.
    try amount(diagnosis.dette, "dette", 0...Bounds.debt.upperBound)
    try amount(diagnosis.autres_dettes, "autres_dettes", Bounds.otherDebts)
    try number(diagnosis.adultes, "adultes", Bounds.adults)
    try number(diagnosis.enfants, "enfants", Bounds.children)
  }

  private func check(_ decision: ApurementDecision) throws(Refusal) {
    try act(decision.date, "date")
    let bounds = decision.accord ? Bounds.debt : 0...0
    try amount(decision.montant, "montant", bounds)
  }

  private func check(_ plan: ApurementPlan) throws(Refusal) {
    try act(plan.date, "date")
    try number(plan.nombre, "nombre", Bounds.instalments)
    try day(
      plan.premiere, "premiere", from: plan.date, of: "date", within: Bounds.yearsAhead)
    guard plan.accord else { return }
    try present(plan.nombre, "nombre")
    try present(plan.premiere, "premiere")
  }

  private func check(_ payment: ApurementVersement) throws(Refusal) {
    try act(payment.date, "date")
    try number(payment.echeance, "echeance", Bounds.instalments)
    try amount(payment.montant, "montant", Bounds.debt)
  }

  private func check(_ measures: SurendettementMesures) throws(Refusal) {
    try act(measures.date, "date")
    switch measures.mesure {
    case .plan, .prp, .cloture:
      try day(measures.fin, "fin", from: measures.date, of: "date", within: Bounds.yearsOfPlan)
    case .moratoire:
      try present(measures.fin, "fin")
      try day(
        measures.fin, "fin", from: measures.date, of: "date", within: Bounds.yearsOfMoratoire)
    }
  }

  private func check(_ offer: RelogementProposition) throws(Refusal) {
    try act(offer.date, "date")
    try readable(offer.offre, "offre", NormalForm.reference)
    try amount(offer.loyer, "loyer", Bounds.rent)
  }

  private func check(_ answer: RelogementReponse) throws(Refusal) {
    try act(answer.date, "date")
    try readable(answer.offre, "offre", NormalForm.reference)
    try text(answer.motif, "motif")
  }

  private func check(_ lease: RelogementBail) throws(Refusal) {
    // A lease is signed before it takes effect.
    try ahead(lease.date, "date")
    try readable(lease.offre, "offre", NormalForm.reference)
  }
}
