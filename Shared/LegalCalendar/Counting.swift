/// How the last day of a delay is found.
public enum Counting: String, Sendable, Hashable, CaseIterable {
  /// Forward from an act; a last day that is not worked moves to the next working day
  /// (CPC art. 641, 642).
  case extended
  /// Forward, never moved: the silence of an administration, the longest time a text allows.
  case fixed
  /// Forward, the last day not counted either (délai franc), then extended.
  case franc
  /// Backward from a hearing: the latest day that leaves the delay whole.
  case before
}

/// What becomes of the latest day before a hearing when it is not worked.
///
/// No decision is known on the question, so it is a choice of the département.
public enum BackwardCounting: String, Sendable, Hashable, CaseIterable {
  /// The working day before it: the reading that no court can hold against the sender.
  case previousWorkingDay
  /// The day that the count gives, worked or not.
  case asCounted
}
