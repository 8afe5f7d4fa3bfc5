import Contracts
import LegalCalendar
import Vocabulary

// The public protections of the household.

extension CourtWork {
  /// The delay of the last CQL served by that day, if it has not run out then.
  func quitDelayRunning(on day: Day) throws -> PublicProtection? {
    guard let index = file.latest(.quitOrder), file.acts[index].date <= day, !isQuitDelayLifted
    else { return nil }
    guard let delay = try quitDelay(file.acts[index]) else {
      return PublicProtection(
        text: "le préfet n'étant pas saisi du commandement de quitter les lieux, le délai de deux"
          + " mois est suspendu.", article: Basis.quitNotification, until: nil)
    }
    guard day < delay.firstLawfulDay else { return nil }
    return PublicProtection(
      text: "le délai de deux mois du commandement de quitter les lieux court encore.",
      article: Basis.quitDelay, until: delay.due)
  }

  /// The public protections that hold on that day, the longest first.
  func publicProtections(on day: Day) throws -> [PublicProtection] {
    var found = stays(on: day)
    if let running = try quitDelayRunning(on: day) { found.append(running) }
    if let truce = rules.calendar.truce(on: day), !isTruceSetAside {
      found.append(
        PublicProtection(
          text: "la trêve hivernale est en cours.", article: Basis.truce, until: truce.end))
    }
    if let article = appealStay(on: day) {
      found.append(
        PublicProtection(
          text: "l'exécution de la décision est suspendue.", article: article, until: nil))
    }
    // A protection whose last day is not known yet outlasts them all.
    return found.sorted { left, right in
      guard let leftEnd = left.until else { return right.until != nil }
      return right.until.map { leftEnd > $0 } ?? false
    }
  }

  /// What a judge or a protocole stays on that day, each with its last day.
  private func stays(on day: Day) -> [PublicProtection] {
    file.counted.compactMap { act in
      guard act.date <= day, let stay = stay(by: act.content), let end = stay.until, end >= day
      else { return nil }
      return stay
    }
  }

  private func stay(by content: ActContent) -> PublicProtection? {
    switch content {
    case .jexRuling(let until, let basis):
      PublicProtection(
        text: "les délais du juge de l'exécution sont en cours.",
        article: basis == .durete ? Basis.hardship : Basis.executionDelays, until: until)
    case .ruling(let ruling) where ruling.sens == .expulsionAvecDelais:
      PublicProtection(
        text: "les délais accordés par la décision d'expulsion sont en cours.",
        article: Basis.executionDelays, until: ruling.end)
    case .surendettementStay(let until):
      PublicProtection(
        text: "le juge a suspendu l'expulsion.", article: Basis.surendettementStay, until: until)
    case .protocole(let until):
      PublicProtection(
        text: "un protocole de cohésion sociale est en cours.", article: Basis.protocole,
        until: until)
    case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
      .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction, .departure,
      .compensationClaim, .compensationDecision, .compensationSilence:
      nil
    }
  }
}
