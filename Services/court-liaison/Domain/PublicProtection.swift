import Vocabulary

/// Something that stands in an act or in the calendar, and against which no eviction is regular. A
/// landlord and its huissier know of it already, so it may be told to them.
struct PublicProtection {
  let text: String
  let article: String
  /// The last day; `nil` while it is not known.
  let until: Day?
}
