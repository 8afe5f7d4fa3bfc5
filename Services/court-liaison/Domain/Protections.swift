import Casework
import Contracts
import LegalCalendar
import Vocabulary

/// Something that stands in an act or in the calendar, and against which no eviction is regular. A
/// landlord and its huissier know of it already, so it may be told to them.
struct PublicProtection {
  let text: String
  let article: String
  /// The last day; `nil` while it is not known.
  let until: Day?
}

// The public protections of the household.

extension CourtContext {
  /// The delay of the last CQL served by that day, if it has not run out then.
  func quitDelayRunning(on day: Day) throws -> PublicProtection? {
    guard let index = file.latest(.quitOrder), file.acts[index].date <= day, !isQuitDelayLifted
    else { return nil }
    guard let delay = try quitDelay(file.acts[index]) else {
      return PublicProtection(
        text: "le préfet n'étant pas saisi du commandement de quitter les lieux, le délai de deux"
          + " mois est suspendu.", article: CourtBasis.quitNotification, until: nil)
    }
    guard day < delay.firstLawfulDay else { return nil }
    return PublicProtection(
      text: "le délai de \(delay.delay) du commandement de quitter les lieux court encore.",
      article: CourtBasis.quitDelay, until: delay.due)
  }

  /// The public protections that hold on that day, the longest first.
  func publicProtections(on day: Day) throws -> [PublicProtection] {
    var found = stays(on: day)
    if let running = try quitDelayRunning(on: day) { found.append(running) }
    if let truce = rules.calendar.truce(on: day), !isTruceSetAside {
      found.append(
        PublicProtection(
          text: "la trêve hivernale est en cours.", article: CourtBasis.truce, until: truce.end))
    }
    if let stay = appealStay(on: day) { found.append(stay) }
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
        article: basis == .durete ? CourtBasis.hardship : CourtBasis.executionDelays, until: until)
    case .ruling(let ruling) where ruling.leavesBy != nil:
      PublicProtection(
        text: "les délais accordés par la décision d'expulsion sont en cours.",
        article: CourtBasis.executionDelays, until: ruling.leavesBy)
    case .surendettementStay(let until):
      PublicProtection(
        text: "le juge a suspendu l'expulsion.", article: CourtBasis.surendettementStay,
        until: until)
    case .protocole(let until):
      PublicProtection(
        text: "un protocole de cohésion sociale est en cours.", article: CourtBasis.protocole,
        until: until)
    case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
      .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction, .departure,
      .compensationClaim, .compensationDecision, .compensationSilence:
      nil
    }
  }
}
