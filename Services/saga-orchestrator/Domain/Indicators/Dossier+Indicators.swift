import Contracts
public import LegalCalendar
import Vocabulary

extension Dossier {
  /// What the dossier counts for in each year.
  public func indicators(by calendar: LegalCalendar) -> Indicators {
    Indicators(of: facts, landlord: landlord, closure: closure, calendar: calendar)
  }

  /// Notes what happened, for the indicators.
  mutating func note(_ trigger: Trigger, on day: Day) {
    for what in IndicatorFact.What.allCases where what.triggers.contains(trigger) {
      facts.insert(IndicatorFact(what, on: day))
    }
  }

  /// Notes the days that acts set, and whether anything that is counted differs from what it was.
  mutating func reckon(since old: Dossier?) {
    if let end = days.noticeUntil { facts.insert(IndicatorFact(.noticeEnds, on: end)) }
    if let hearing = days.hearing { facts.insert(IndicatorFact(.hearingFixed, on: hearing)) }
    let isSame =
      facts == old?.facts && closure == old?.closure && landlord == old?.landlord
      && commission == old?.commission
    if !isSame { mustCount = true }
  }
}
