import Contracts
import Vocabulary

// An event was wrong: it is replaced, or it never was. Old and new are both kept.
extension IntakeHandler {
  func rectify(
    _ correction: Rectification, _ submission: Submission, from partner: PartnerKind,
    _ answer: ReceiptBuilder, _ register: inout Register
  ) throws -> Decision {
    let own = try ownEvent(correction, answer, register)
    if let early = own.flatMap({ register.waiting[$0] }) {
      return try rectify(early, by: correction, answer, &register)
    }
    let wrong = try contribution(correction, own, submission, from: partner, register)
    let root = register.root(of: wrong.home)
    guard let before = register.view(of: root) else { throw Refusal.dossierUnknown }
    let (right, warnings) = try corrected(wrong, by: correction)
    var answer = answer
    answer.warnings += warnings
    register.keep(right)
    try refold(root, &register)
    exchangeKeys(wrong, right, &register)
    try doubtOtherDossier(right, answer, &register)
    let outgoing = try retell(
      [root], because: Self.reason(right), on: answer.day, &register)
    let after = register.view(of: root) ?? before
    let followUp = try followUp(after, before: before, answer)
    register.keep(answer.reception(.accepted, root))
    let receipt = try answer.done(Self.summary(right, after, before: before), root)
    return Decision(
      outgoing: [receipt] + outgoing + followUp.outgoing, deadlines: followUp.deadlines)
  }

  /// The event of the sender's own that a rectification names: the identifier alone is enough where
  /// one event has it.
  private func ownEvent(
    _ correction: Rectification, _ answer: ReceiptBuilder, _ register: Register
  ) throws(Refusal) -> Reception.ID? {
    let named = register.events(
      named: Reception.ID(
        sender: answer.reception.sender, event: ReceiptBuilder.storable(correction.evenement),
        source: ReceiptBuilder.storable(correction.source ?? "")))
    guard named.count < 2 else { throw .eventAmbiguous }
    return named.first
  }

  /// The event that a rectification names: the sender's own, or any one of the dossier for those
  /// who answer for it.
  private func contribution(
    _ correction: Rectification, _ own: Reception.ID?, _ submission: Submission,
    from partner: PartnerKind, _ register: Register
  ) throws(Refusal) -> Contribution {
    var found = own.flatMap { register.contributions[$0] }
    if found == nil, partner.maySpeakForOthers {
      let match = try register.match(
        references(of: submission.menage), of: submission.menage, opens: false)
      let root = match.dossier.map { register.root(of: $0.household) }
      let named = register.contributions.values.filter {
        $0.id.event == ReceiptBuilder.storable(correction.evenement)
          && (correction.source == nil || correction.source == $0.id.source)
          && register.root(of: $0.home) == root
      }
      found = named.count == 1 ? named.first : nil
    }
    guard let found else { throw .eventUnknown }
    guard found.kind.rawValue == correction.type else { throw .eventOfOtherType }
    return found
  }

  /// The same event with what is right, checked as on the day when it first came: it may not lie
  /// after that day, nor was it barred then.
  private func corrected(
    _ wrong: Contribution, by correction: Rectification
  ) throws(Refusal) -> (right: Contribution, warnings: [Receipt.Warning]) {
    var right = wrong
    guard let text = correction.donnees else {
      right.isWithdrawn = true
      return (right, [])
    }
    let message = Message(
      id: wrong.id.event, source: "partner/" + wrong.id.sender, type: wrong.kind.type,
      occurredOn: wrong.receivedOn, data: Array(text.utf8))
    let submission = try submission(
      wrong.kind, of: read(message), on: wrong.receivedOn, known: wrong.menage,
      within: Self.insideRectification)
    right.event = submission.event
    right.menage = submission.menage
    right.actOn = submission.occurredOn
    right.isWithdrawn = false
    return (right, submission.warnings)
  }

  /// Where the corrected payload stands in a rectification.
  static let insideRectification = [JSONPointer.Step.member("donnees")]

  /// A reference that no event gives any more recognises nobody any more.
  private func exchangeKeys(
    _ wrong: Contribution, _ right: Contribution, _ register: inout Register
  ) {
    let home = wrong.home
    let kept = Set(
      register.contributions.values.filter { $0.home == home && !$0.isWithdrawn }
        .flatMap { references(of: $0.menage).keys })
    register.take(references(of: wrong.menage).keys.filter { !kept.contains($0) }, from: home)
    if !right.isWithdrawn { register.give(references(of: right.menage).keys, to: home) }
  }

  /// Corrected references that lead to another dossier: somebody must look, nothing is moved by
  /// itself.
  private func doubtOtherDossier(
    _ right: Contribution, _ answer: ReceiptBuilder, _ register: inout Register
  ) throws(Refusal) {
    guard !right.isWithdrawn else { return }
    var match = try register.match(
      references(of: right.menage), of: right.menage, opens: false)
    if let other = match.dossier, let home = register.dossiers[right.home] {
      match.dossier = home
      match.doubt(other, .referencesContradictoires)
      match.settle(home, in: register)
    }
    register.keep(
      match.doubts.map { other, reason in
        Doubt(household: right.home, other: other, reason: reason, openedOn: answer.day)
      })
  }

  /// Why services decide again: it goes into the timeline.
  private static func reason(_ right: Contribution) -> String {
    right.isWithdrawn
      ? "l'événement \(right.kind.rawValue) a été retiré"
      : "l'événement \(right.kind.rawValue) a été rectifié"
  }

  private static func summary(
    _ right: Contribution, _ after: Dossier, before: Dossier
  ) -> String {
    var text =
      right.isWithdrawn
      ? "Rectification faite : l'événement est retiré et ses suites sont reprises."
      : "Rectification faite : l'événement est remplacé et ses suites sont recalculées."
    if after.commission != before.commission {
      text += " Le dossier change de commission."
    }
    if after.isWithdrawn { text += " Plus aucun événement ne porte ce dossier." }
    return text
  }
}

extension PartnerKind {
  /// Whether a body of this kind answers for the dossier as a whole, and may rectify what others
  /// sent.
  fileprivate var maySpeakForOthers: Bool {
    switch self {
    case .prefecture, .ccapex: true
    case .huissier, .bailleurPrive, .bailleurSocial, .caf, .serviceSocial, .ccas, .operateurDSF,
      .fsl, .banqueDeFrance, .tribunal, .siao, .reservataire, .commissionMediation, .menage,
      .antenne, .agence, .forcesOrdre, .mandataire, .sante, .autreCCAPEX:
      false
    }
  }
}
