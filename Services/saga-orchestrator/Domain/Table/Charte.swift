public import LegalCalendar

/// The delays that no law sets and that the Charte of the département fixes, by name.
public enum CharteDelay: String, CaseIterable, Codable, Sendable {
  case contact = "CHARTE.contact"
  case diagnosis = "CHARTE.diagnostic"
  case newAttempt = "CHARTE.nouvelle-tentative"
  case followUp = "CHARTE.suivi"
  case dsfAfterHearing = "CHARTE.dsf-tardif"
  case settlement = "CHARTE.apurement"
  case settlementCheck = "CHARTE.controle-apurement"
  case rehousing = "CHARTE.relogement"
  case offer = "CHARTE.offre"
  case lease = "CHARTE.signature-bail"
  case judgment = "CHARTE.delibere"
  case afterJudgment = "CHARTE.apres-jugement"
  case prefetUnseized = "CHARTE.prefet-non-saisi"
  case eviction = "CHARTE.concours-accorde"
  case halfYear = "CHARTE.examen-semestriel"
}

/// The parameters of the Charte of a département.
public struct Charte: Sendable {
  /// Which version of the Charte: its first day, as text, or `défaut` where the département has
  /// none.
  public var version = "défaut"
  private var changed: [CharteDelay: Delay] = [:]

  /// The values proposed where a département has fixed none.
  public init() {}

  public subscript(_ delay: CharteDelay) -> Delay {
    get { changed[delay] ?? Self.proposed(delay) }
    set { changed[delay] = newValue }
  }

  private static func proposed(_ delay: CharteDelay) -> Delay {
    switch delay {
    case .contact: .workingDays(10)
    case .diagnosis: .months(1)
    case .newAttempt: .months(2)
    case .followUp: .months(3)
    case .dsfAfterHearing: .days(15)
    case .settlement: .months(4)
    case .settlementCheck: .months(6)
    case .rehousing: .months(2)
    case .offer: .months(1)
    case .lease: .months(2)
    case .judgment: .months(2)
    case .afterJudgment: .months(2)
    case .prefetUnseized: .months(1)
    case .eviction: .days(15)
    case .halfYear: .months(6)
    }
  }
}
