import Contracts

/// What becomes of a live dossier when it goes to another version of the tables.
public enum VersionMove: Hashable, Sendable {
  /// Whatever it waits for now has the same effect under the new version.
  case unchanged(Moved)
  /// Something that it waits for has another effect; each track with what differs, in French.
  case moved(Moved, [String])
  /// It cannot go, for that reason: nothing may be deployed until it can.
  case blocked(String)

  /// What is written of a dossier that goes: its days and what it waits for stay as they were
  /// computed, under the rules of their own day.
  public struct Moved: Hashable, Sendable {
    public var version: Int
    /// The names of the circumstances under it.
    public var circumstances: [String]
  }
}

extension ProcedureTables {
  /// What becomes of a live dossier that goes to this version. Pure: the dry run and the move
  /// itself ask the same function.
  public func receive(_ standing: Standing) -> VersionMove {
    guard let old = ProcedureTables.version(standing.version), old.version <= version else {
      return .blocked("sa version \(standing.version) n'est pas connue d'ici")
    }
    guard var situation = Situation(standing) else {
      return .blocked("une étape ou une circonstance n'a pas de nom dans cette version")
    }
    let before = situation
    if version != old.version {
      situation.circumstances = situation.circumstances.union(old.takenForGranted)
    }
    var differences: [String] = []
    for track in Track.allCases {
      if let reason = obstacle(on: track, situation, standing.awaited[track]) {
        return .blocked("\(track.frenchName) : \(reason)")
      }
      guard let trigger = standing.awaited[track].flatMap(Trigger.init) else { continue }
      let was = old.step(before, trigger, only: track)
      let becomes = step(situation, trigger, only: track)
      if let difference = becomes.difference(from: was, on: track) {
        differences.append("\(track.frenchName), quand \(trigger.frenchName) : \(difference)")
      }
    }
    let moved = VersionMove.Moved(
      version: version, circumstances: situation.circumstances.elements.map(\.rawValue))
    return differences.isEmpty ? .unchanged(moved) : .moved(moved, differences)
  }

  /// Why a track cannot be where it is under this version, in French.
  private func obstacle(on track: Track, _ situation: Situation, _ awaited: String?) -> String? {
    let isProtected = !situation.circumstances.intersection(Circumstances.bars).isEmpty
    if track == .procedure, situation.procedure == .evictionPossible, isProtected {
      return "une expulsion y serait possible malgré une protection"
    }
    let seen = situation.circumstances
    switch track {
    case .contact: return obstacle(contact, situation.contact, awaited, seen)
    case .debt: return obstacle(debt, situation.debt, awaited, seen)
    case .housing: return obstacle(housing, situation.housing, awaited, seen)
    case .procedure: return obstacle(procedure, situation.procedure, awaited, seen)
    }
  }

  private func obstacle<Phase: TrackPhase>(
    _ table: TrackTable<Phase>, _ phase: Phase, _ awaited: String?, _ seen: Circumstances
  ) -> String? {
    guard table.cells[phase] != nil else {
      return "l'étape « \(phase.title) » n'existe plus"
    }
    guard let awaited else { return nil }
    guard let trigger = Trigger(rawValue: awaited) else { return "l'échéance n'a plus de nom" }
    return table.cell(phase, trigger).outcome(in: seen).isIgnored
      ? "plus rien ne suivrait à l'échéance « \(trigger.frenchName) »" : nil
  }
}

extension Transition {
  /// What this step does otherwise on a track than another, in French; `nil` where they agree.
  fileprivate func difference(from other: Transition, on track: Track) -> String? {
    let phase = situation.phaseTitle(track)
    let otherPhase = other.situation.phaseTitle(track)
    if phase != otherPhase { return "« \(phase) » au lieu de « \(otherPhase) »" }
    let asked = orders.map(\.order.frenchName)
    let otherAsked = other.orders.map(\.order.frenchName)
    guard asked != otherAsked else { return nil }
    func said(_ orders: [String]) -> String {
      orders.isEmpty ? "rien" : orders.joined(separator: ", ")
    }
    return "nous \(said(asked)) au lieu de \(said(otherAsked))"
  }
}
