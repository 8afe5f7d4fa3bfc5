import Casework
import Contracts
import LegalCalendar
import Vocabulary

// What stays the eviction by a judge's decision or by the landlord's signature.

extension CourtContext {
  mutating func receive(_ act: ExecutionDelaisJEX, from sender: String) throws {
    let before = file.jexDelaysEnd
    let content = ActContent.jexRuling(until: act.fin, basis: act.fondement ?? .delais)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .jexRuling(let before, let basis) = known, case .jexRuling(let after, _) = said
      else { return nil }
      return .jexRuling(until: [before, after].compactMap(\.self).max(), basis: basis)
    }
    switch arrival {
    case .known, .contested, .refused: return
    case .past(let index):
      // A shorter, older grant changes nothing; a longer one still protects.
      guard !file.isVacated else { return }
      try reportTime(index, before: before)
    case .amended(let index), .current(let index), .late(let index):
      try reportTime(index, before: before)
    }
  }

  private mutating func reportTime(_ index: Int, before: Day?) throws {
    guard case .jexRuling(let until?, let basis) = file.acts[index].content else { return }
    try checkBounds(until: until, of: basis, at: index)
    guard let end = file.jexDelaysEnd, end > before ?? end.adding(days: -1) else { return }
    armJexDelays(from: file.acts[index].date, to: end)
    try report(
      .jexDelaysGranted, on: file.acts[index].date,
      "Le juge de l'exécution accorde des délais pour quitter les lieux.",
      article: article(of: basis), until: end)
  }

  private func article(of basis: ExecutionDelaisJEX.Fondement) -> String {
    switch basis {
    case .durete: CourtBasis.hardship
    case .delais: CourtBasis.executionDelays
    }
  }

  private mutating func armJexDelays(from day: Day, to end: Day) {
    arm(
      .jexDelays,
      deadline(
        RuleID.delaisL412.rawValue, article: CourtBasis.executionDelays, from: day, to: end))
  }

  /// The delays of the juge de l'exécution are over. One that was prolonged since has another day.
  mutating func jexDelaysExpired(_ expired: Deadline) throws {
    guard file.jexDelaysEnd == expired.due, !file.isVacated else { return }
    try report(
      .jexDelaysEnded, on: expired.due, "Les délais du juge de l'exécution sont écoulés.",
      article: CourtBasis.executionDelays)
  }

  /// The judge alone suspends an eviction for surendettement, at the commission's request, for two
  /// years at most (C. consom. L722-6 to L722-9).
  mutating func receive(_ act: SurendettementSuspension, from sender: String) throws {
    let before = file.surendettementStayEnd
    let content = ActContent.surendettementStay(until: act.fin)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .surendettementStay(let before) = known,
        case .surendettementStay(let after) = said
      else { return nil }
      return .surendettementStay(until: [before, after].compactMap(\.self).max())
    }
    switch arrival {
    case .known, .past, .contested, .refused: return
    case .amended(let index), .current(let index), .late(let index):
      guard let end = act.fin else { return }
      try checkStay(until: end, at: index)
      guard end > before ?? end.adding(days: -1) else { return }
      armStay(from: act.date, to: end)
      try report(
        .evictionSuspendedBySurendettement, on: act.date,
        "Le juge suspend l'expulsion à la demande de la commission de surendettement.",
        article: CourtBasis.surendettementStay, until: end)
    }
  }

  private mutating func checkStay(until end: Day, at index: Int) throws {
    let longest = try rules.calendar.deadline(
      .surendetExpulsion, origin: file.acts[index].date, decidedBy: file.acts[index].date)
    guard end > longest.due else { return }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      "La suspension de l'expulsion dépasse \(longest.delay) : faites-la préciser.",
      article: longest.article, due: longest.due)
  }

  private mutating func armStay(from day: Day, to end: Day) {
    arm(
      .surendettementStay,
      deadline(
        RuleID.surendetExpulsion.rawValue, article: CourtBasis.surendettementStay, from: day,
        to: end))
  }

  mutating func surendettementStayExpired(_ expired: Deadline) throws {
    guard file.surendettementStayEnd == expired.due, !file.isVacated else { return }
    try report(
      .surendettementSuspensionEnded, on: expired.due,
      "La suspension de l'expulsion pour surendettement est écoulée.",
      article: CourtBasis.surendettementStay)
  }

  /// The landlord gives up the eviction while the protocole is kept; debt-settlement watches it,
  /// and the State is not liable meanwhile (CCH L353-15-2, L442-6-5).
  mutating func receive(_ act: ApurementProtocole, from sender: String) throws {
    _ = try enter(.protocole(until: act.fin), on: act.date, from: sender) { known, said in
      guard case .protocole(let before) = known, case .protocole(let after) = said else {
        return nil
      }
      return .protocole(until: max(before, after))
    }
  }

  /// A new act opens a closed file again, and what stays the eviction is awaited again.
  mutating func reopen() throws {
    guard let closed = file.closedOn else { return }
    file.closedOn = nil
    guard !file.isVacated else { return }
    if let end = file.jexDelaysEnd, end >= closed, let day = file.day(of: .jexRuling) {
      armJexDelays(from: day, to: end)
    }
    if let end = file.surendettementStayEnd, end >= closed,
      let day = file.day(of: .surendettementStay)
    {
      armStay(from: day, to: end)
    }
  }
}
