import Vocabulary

/// One act in the life of a household, as far as it depends on people and not on Amont.
enum Act: Hashable, Sendable {
  /// What a judge decides.
  enum Ruling: Hashable, Sendable {
    case dismissed
    case delays(first: Day)
    case eviction
    case evictionWithDelays(until: Day)
  }
  /// What the commission de surendettement orders.
  enum Measure: Hashable, Sendable { case erased, plan, moratorium }

  case commandement, aplArrears, saisine
  /// An attempt to meet the household that failed; the last one is a visit.
  case missed(isLast: Bool)
  case met, diagnosed
  case summoned(hearing: Day)
  case dsf
  case heard(decision: Day)
  case postponed(to: Day)
  case decided(Ruling)
  /// An instalment of the judge's schedule was paid.
  case instalment(Int)
  case cleared
  case quitOrder
  case policeAidAsked
  case policeAidDecided(isGranted: Bool)
  case evicted
  /// The household left of its own accord.
  case left
  case daloClaimed
  case daloDecided(isPriority: Bool)
  case surendettementFiled, surendettementAdmitted
  case surendettementMeasured(Measure)
  /// A dwelling is proposed, answered, let: by the number of the offer.
  case offered(Int)
  case answered(Int, isAccepted: Bool)
  case leased(Int)
}

/// An act and its day.
struct DatedAct: Hashable, Sendable {
  let day: Day
  let act: Act
}
