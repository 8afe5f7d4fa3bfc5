import Testing

/// A place that breaks a rule, in words that say what to do.
struct Breach: Sendable, Hashable, CustomStringConvertible {
  let path: String
  let line: Int
  let advice: String

  var description: String { "\(path):\(line): \(advice)" }
}

/// Fails once for each place.
func expectNone(_ breaches: [Breach]) {
  for breach in breaches { Issue.record(Comment(rawValue: breach.description)) }
}
