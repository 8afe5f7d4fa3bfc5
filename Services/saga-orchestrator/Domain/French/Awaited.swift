/// What a phase waits for, and from whom: what an agent reads first in a dossier.
public struct Awaited: Hashable, Sendable {
  /// What must come, in French.
  public let what: String
  /// The body from which it must come, in French.
  public let from: String

  init(_ what: String, from: String) {
    self.what = what
    self.from = from
  }
}

extension Situation {
  /// What a track waits for; `nil` once the dossier is closed.
  public func awaited(_ track: Track) -> Awaited? {
    switch track {
    case .contact: contact.sheet.awaited
    case .debt: debt.sheet.awaited
    case .housing: housing.sheet.awaited
    case .procedure: procedure.sheet.awaited
    }
  }
}
