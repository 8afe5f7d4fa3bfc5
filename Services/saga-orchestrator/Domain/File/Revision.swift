public import Vocabulary

/// What was believed of a dossier and is believed no more, since it was decided again in the order
/// of its acts: a date, a phase, or its end.
public struct Revision: Hashable, Sendable {
  public var on: Day
  /// What changed, in French: `échéance (contact)`, `audience`.
  public var subject: String
  /// What was believed; `nil` where nothing was.
  public var was: String?
  /// What is believed now; `nil` where nothing is.
  public var becomes: String?
  /// Why, in French.
  public var because: String

  public init(on day: Day, subject: String, was: String?, becomes: String?, because: String) {
    self.on = day
    self.subject = subject
    self.was = was
    self.becomes = becomes
    self.because = because
  }
}

extension Dossier {
  /// Notes every difference from what the dossier was believed to be.
  public mutating func noteRevision(of old: Dossier, because: String, on day: Day) {
    let before = old.revisable
    let now = revisable
    for (place, subject) in now.map(\.subject).enumerated()
    where before[place].value != now[place].value {
      newRevisions.append(
        Revision(
          on: day, subject: subject, was: before[place].value, becomes: now[place].value,
          because: because))
    }
  }

  /// What a jurist compares, always in the same places.
  private var revisable: [(subject: String, value: String?)] {
    let days: [(String, Day?)] = [
      ("fin du commandement de payer", days.noticeUntil), ("audience", days.hearing),
      ("délibéré", days.judgment), ("première mensualité", days.firstInstalment),
      ("fin des délais du juge", days.judgeDelaysUntil), ("fin du délai du CQL", days.quitUntil),
      ("fin des délais du JEX", days.jexUntil), ("réponse au CFP", days.policeAidUntil),
      ("offre DALO", days.daloUntil), ("dette soldée", days.clearedOn),
      ("expulsion", days.evictedOn), ("ouverture", openedOn),
    ]
    return days.map { (subject: $0.0, value: $0.1?.frenchText) }
      + Track.allCases.map {
        (subject: "étape (\($0.frenchName))", value: situation.phaseTitle($0))
      }
      + Track.allCases.map {
        (subject: "échéance (\($0.frenchName))", value: steps[$0]?.due.frenchText)
      } + [(subject: "clôture", value: closure?.reason.frenchName)]
  }
}
