import Contracts
import Vocabulary

// Two dossiers are one household, or are not after all. A human decides; it can be undone: each
// keeps its own rows, and what the services know is told again for the dossier under which it
// stands.
extension IntakeHandler {
  /// Joins a dossier to the one that the event names.
  func join(
    _ merger: DossierFusion, _ recognised: Recognised, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    let (root, before) = try target(recognised, register)
    if let held = register.held(merger.autre, from: root) {
      return try join(held, to: before, by: merger, answer, &register)
    }
    guard var other = register.dossiers[merger.autre] else { throw Refusal.dossierUnknown }
    guard !other.isErased else { throw Refusal.dossierErased }
    guard other.household != root, other.mergedInto == nil, !other.isWithdrawn,
      register.joined(to: other.household).isEmpty
    else { throw Refusal.mergerImpossible }
    let partners = [other.huissier, other.bailleur]
    let old = other
    other.mergedInto = root
    register.keep(other)
    let line = FusionLine(
      action: .fusion, household: root, other: other.household, event: answer.reception,
      day: answer.day, because: merger.motif, agent: merger.agent)
    return try retold(
      line, before: before, tell: partners, ofLoss: old,
      "Fusion faite : le dossier est joint à celui-ci. Elle peut être défaite (dossier.separation).",
      answer, &register)
  }

  /// Parts from the dossier that the event names one that was joined to it.
  func part(
    _ parting: DossierFusion, _ recognised: Recognised, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    let (root, before) = try target(recognised, register)
    if let held = register.held(parting.autre, from: root) {
      return try part(held, from: before, by: parting, answer, &register)
    }
    guard var other = register.dossiers[parting.autre], other.mergedInto == root else {
      throw Refusal.notMerged
    }
    guard !other.isErased else { throw Refusal.dossierErased }
    other.mergedInto = nil
    register.keep(other)
    let line = FusionLine(
      action: .separation, household: root, other: other.household, event: answer.reception,
      day: answer.day, because: parting.motif, agent: parting.agent)
    return try retold(
      line, before: before, tell: [other.huissier, other.bailleur], ofLoss: nil,
      "Séparation faite : chaque dossier retrouve son histoire.", answer, &register)
  }

  private func target(
    _ recognised: Recognised, _ register: Register
  ) throws(Refusal) -> (root: HouseholdID, before: Dossier) {
    guard let found = recognised.match.dossier else { throw .dossierUnknown }
    let root = register.root(of: found.household)
    guard let before = register.view(of: root) else { throw .dossierUnknown }
    return (root, before)
  }

  /// - Parameters:
  ///   - partners: Those who knew the other dossier, and must quote another reference from now on.
  ///   - loss: The dossier that its commission no longer follows, where one ends.
  private func retold(
    _ line: FusionLine, before: Dossier, tell partners: [String?], ofLoss loss: Dossier?,
    _ text: String, _ answer: ReceiptBuilder, _ register: inout Register
  ) throws -> Decision {
    register.keep(line)
    register.keep(answer.reception(.accepted, line.household))
    let because =
      line.action == .fusion ? "deux dossiers ont été joints" : "deux dossiers ont été séparés"
    let outgoing = try retell(
      [line.household, line.other], because: because, on: answer.day, &register)
    let after = register.view(of: line.household) ?? before
    var followUp = try followUp(after, before: before, answer)
    if let loss {
      followUp.outgoing += try farewell(loss, answer)
      followUp.deadlines += Self.dossierDeadlines.map {
        .disarm(kind: $0, household: loss.household)
      }
    } else if let parted = register.view(of: line.other) {
      let restored = try self.followUp(parted, before: nil, answer)
      followUp.outgoing.append(
        try toCommission(
          .signalementRecu, parted, "Ce dossier est séparé de celui auquel il était joint.",
          Self.routeArticle, on: answer.day))
      followUp.outgoing += restored.outgoing
      followUp.deadlines += restored.deadlines
    }
    let reference = line.action == .fusion ? line.household : line.other
    let letters = try Set(partners.compactMap(\.self)).sorted().map { user in
      try Outgoing.notice(
        Notice(
          .referenceChangee, dossier: reference,
          texte: "Citez désormais cette référence de dossier dans vos événements."),
        to: .user(user), on: answer.day)
    }
    return Decision(
      outgoing: [try answer.done(text, line.household)] + outgoing + followUp.outgoing + letters,
      deadlines: followUp.deadlines)
  }
}
