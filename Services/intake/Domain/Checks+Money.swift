import Contracts
import Vocabulary

// Instalments that fail, protocols, suspensions and indemnities.
extension Checks {
  func check(_ incident: ApurementIncident) throws(Refusal) {
    try act(incident.date, "date")
    try number(incident.echeance, "echeance", Bounds.instalments)
  }

  /// A protocole lasts two years at most; an amendment adds three, five in all (CCH L353-15-2).
  func check(_ signed: ApurementProtocole) throws(Refusal) {
    try act(signed.date, "date")
    try day(
      signed.fin, "fin", from: signed.date, of: "date",
      within: signed.avenant
        ? Bounds.yearsOfProtocol + Bounds.yearsOfAmendment : Bounds.yearsOfProtocol)
  }

  func check(_ suspension: SurendettementSuspension) throws(Refusal) {
    try act(suspension.date, "date")
    try day(
      suspension.fin, "fin", from: suspension.date, of: "date", within: Bounds.yearsOfMoratoire)
  }

  func check(_ claim: IndemnisationDemande) throws(Refusal) {
    try act(claim.date, "date")
    try amount(claim.montant, "montant", Bounds.debt)
  }

  func check(_ answer: IndemnisationDecision) throws(Refusal) {
    try act(answer.date, "date")
    try amount(answer.montant, "montant", answer.accord ? Bounds.debt : 0...0)
  }
}
