import Contracts
import LegalCalendar
import Vocabulary

/// One thing that happened, whoever told it: a service, a partner's signal or a deadline.
struct SagaEvent {
  var trigger: Trigger
  var on: Day
  var text: String
  var article: String?
  var hearing: Day?
  var until: Day?
  /// The day from which a delay counts, where it is not that of the act.
  var from: Day?
  var count: Int?
  /// The lease, where the act names it.
  var lease: Day?
  /// The day that selects the delay written in a commandement de payer; `nil` where none is
  /// written.
  var writtenDelay: Day?
  /// How many months of rent a commandement says unpaid without a break, up to its day.
  var unpaidMonths: Int?
  /// How the commission closed the dossier.
  var closure: Closure.Reason?
  var isSecret = false
  /// The only track to which it is offered; `nil` for all.
  var track: Track?
  /// Whether it is a deadline that fired.
  var isDeadline = false

  init(_ fact: Fact) {
    trigger = fact.trigger
    on = fact.on
    text = fact.text
    article = fact.article
    hearing = fact.hearing
    until = fact.until
    from = fact.from
    count = fact.count
    // A deposit is secret whatever its sender forgot; so is its refusal.
    isSecret =
      fact.secret || fact.trigger == .surendettementFiled
      || fact.trigger == .surendettementRefused
  }

  init(_ trigger: Trigger, on day: Day, text: String, article: String?, track: Track? = nil) {
    self.trigger = trigger
    self.on = day
    self.text = text
    self.article = article
    self.track = track
  }
}
