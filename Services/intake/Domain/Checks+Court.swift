import Contracts
import Vocabulary

// What courts and huissiers publish. A hearing, a délibéré and the days that a judge sets may lie
// ahead; an act may not.
extension Checks {
  func check(_ summons: TribunalAssignation) throws(Refusal) {
    try act(summons.acte, "acte")
    try past(summons.notification, "notification")
    if summons.notification < summons.acte { throw .fieldInvalid("notification", .before("acte")) }
    try day(
      summons.audience, "audience", from: summons.acte.adding(days: 1), of: "acte",
      within: Bounds.yearsAhead)
  }

  func check(_ hearing: TribunalAudience) throws(Refusal) {
    try act(hearing.date, "date")
    try day(
      hearing.delibere, "delibere", from: hearing.date, of: "date", within: Bounds.yearsAhead)
  }

  func check(_ postponement: TribunalRenvoi) throws(Refusal) {
    // A hearing may be postponed before it is held.
    try ahead(postponement.date, "date")
    try day(
      postponement.nouvelle, "nouvelle", from: postponement.date.adding(days: 1), of: "date",
      within: Bounds.yearsAhead)
  }

  func check(_ decision: TribunalDecision) throws(Refusal) {
    try act(decision.date, "date")
    try number(decision.nombre, "nombre", Bounds.instalments)
    try day(
      decision.premiere, "premiere", from: decision.date, of: "date", within: Bounds.yearsAhead)
    try day(
      decision.fin_delais, "fin_delais", from: decision.date, of: "date",
      within: Bounds.yearsOfDelays)
    switch decision.sens {
    case .rejet, .irrecevable, .desistement, .radiation, .caducite, .expulsionFerme,
      .expulsionSansDelai, .delaisSurendettement:
      break
    case .delaisSuspensifs:
      try present(decision.nombre, "nombre")
      try present(decision.premiere, "premiere")
    case .expulsionAvecDelais:
      try present(decision.fin_delais, "fin_delais")
    }
  }

  func check(_ order: ExecutionCQL) throws(Refusal) {
    try act(order.acte, "acte")
    guard let seized = order.prefet_saisi else { return }
    try past(seized, "prefet_saisi")
    if seized < order.acte { throw .fieldInvalid("prefet_saisi", .before("acte")) }
  }

  func check(_ delays: ExecutionDelaisJEX) throws(Refusal) {
    try act(delays.date, "date")
    try day(delays.fin, "fin", from: delays.date, of: "date", within: Bounds.yearsOfDelays)
  }

  /// A date that may lie ahead, though not far, and is not barred.
  func ahead(_ day: Day, _ path: String) throws(Refusal) {
    if day < Bounds.years(-Bounds.yearsOfPrescription, from: today) {
      throw .fieldInvalid(path, .tooOld)
    }
    if day > Bounds.years(Bounds.yearsAhead, from: today) { throw .fieldInvalid(path, .tooFar) }
  }
}
