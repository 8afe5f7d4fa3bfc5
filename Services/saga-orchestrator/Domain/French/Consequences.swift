public import Contracts

/// A deadline of the saga, read back from the kind under which it is armed.
public struct ArmedTrigger: Hashable, Sendable {
  /// What happens when it fires.
  public let trigger: Trigger
  /// The track that waits; `nil` for the end of a protection, which all tracks see.
  public let track: Track?
  /// Its name, in French.
  public let title: String

  /// The deadline of that kind, for a dossier in that situation; `nil` for a kind of a newer
  /// release.
  public init?(kind: String, in situation: Situation) {
    if let alarm = ProtectionAlarm(rawValue: kind) {
      let isTruce = alarm == .truce
      let ends = situation.circumstances.contains(.winterTruce)
      trigger = isTruce && !ends ? .truceStarted : alarm.trigger
      track = nil
      title = isTruce ? "la trêve hivernale commence ou prend fin" : trigger.frenchName
      return
    }
    let parts = kind.split(separator: ".")
    guard parts.count == 2, let track = Track(rawValue: String(parts[0])),
      let trigger = Trigger(rawValue: String(parts[1]))
    else { return nil }
    self.trigger = trigger
    self.track = track
    title = trigger.frenchName + " (\(track.frenchName))"
  }
}

extension ProcedureTables {
  /// What follows if nothing comes before that deadline, one French sentence each: the tables
  /// themselves answer, as they will on the day.
  public func consequences(of armed: ArmedTrigger, in situation: Situation) -> [String] {
    // As the deadline itself does: a review is the affair of its own track.
    let only = armed.trigger == .reviewDue ? armed.track : nil
    let step = step(situation, armed.trigger, only: only)
    let moves = Track.allCases.compactMap { track -> String? in
      guard let basis = step.entered[track] else { return nil }
      let now = step.situation.phaseTitle(track)
      let how = now == situation.phaseTitle(track) ? "reste à" : "passe à"
      return "\(track.frenchName) \(how) « \(now) » [\(basis.citation)]"
    }
    let orders = step.orders.map { "nous \($0.order.frenchName) [\($0.basis.citation)]" }
    let reviews = step.reviews.map {
      "la commission revoit le dossier : \($0.reason.frenchName) [\($0.basis.citation)]"
    }
    let all = moves + orders + reviews
    return all.isEmpty ? ["rien ne change : l'échéance repart"] : all
  }
}
