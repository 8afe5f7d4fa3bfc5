import Contracts
import Vocabulary

// What is said of a dossier, of the household itself, or of its rights.
extension Checks {
  func check(_ proposal: ContactProposition) throws(Refusal) {
    try act(proposal.date, "date")
    try day(
      proposal.rendez_vous, "rendez_vous", from: proposal.date, of: "date",
      within: Bounds.yearsAhead)
  }

  func check(_ change: MenageChangement) throws(Refusal) {
    try act(change.date, "date")
    try day(change.fin, "fin", from: change.date, of: "date", within: Bounds.yearsOfProtection)
  }

  func check(_ request: DSFDemande) throws(Refusal) {
    try act(request.date, "date")
    try day(
      request.audience, "audience", from: request.date, of: "date", within: Bounds.yearsAhead)
  }

  func check(_ carence: DSFCarence) throws(Refusal) {
    try act(carence.date, "date")
    try amount(carence.dette, "dette", 0...Bounds.debt.upperBound)
    try amount(carence.aide, "aide", Bounds.monthly)
    guard Bounds.attempts.contains(carence.tentatives.count) else {
      throw .fieldInvalid("tentatives", .count(Bounds.attempts))
    }
    for attempt in carence.tentatives {
      try act(attempt.date, "tentatives.date")
      if attempt.date > carence.date { throw .fieldInvalid("date", .before("tentatives.date")) }
    }
  }

  func check(_ demand: RelogementDemande) throws(Refusal) {
    try act(demand.date, "date")
    try text(demand.numero, "numero")
  }

  func check(_ refusal: RelogementRefus) throws(Refusal) {
    try act(refusal.date, "date")
    try text(refusal.offre, "offre")
    try text(refusal.motif, "motif")
  }

  func check(_ end: DALOFin) throws(Refusal) {
    try act(end.date, "date")
    try text(end.motif, "motif")
  }

  func check(_ transfer: DossierTransfert) throws(Refusal) {
    try act(transfer.date, "date")
    try readable(transfer.departement, "departement", limit: 3, NormalForm.reference)
  }

  func check(_ merger: DossierFusion) throws(Refusal) {
    try act(merger.date, "date")
    try text(merger.motif, "motif", limit: Bounds.longText)
  }

  func check(_ correction: Rectification) throws(Refusal) {
    try act(correction.date, "date")
    try text(correction.evenement, "evenement", limit: Bounds.longText)
    try text(correction.motif, "motif", limit: Bounds.longText)
    try form(EventKind(rawValue: correction.type) != nil, "type", .value)
  }
}
