import Contracts
import Vocabulary

/// The answers to one message: the receipt for its sender, and what is kept of it.
struct ReceiptBuilder {
  let message: Message
  let sender: String
  let day: Day
  /// The day of reception of an event that waited for its dossier; `nil` for one that did not.
  var waitedSince: Day?
  /// What its sender should look at again.
  var warnings: [Receipt.Warning] = []
  /// Whether a commission looked at it meanwhile.
  var wasHeld = false
  /// The day on which it was first received, where it was set aside through no fault of its sender.
  var firstReceived: Day?

  var receivedOn: Day { waitedSince ?? firstReceived ?? day }

  /// What the identifiers of what follows begin with.
  var chainID: String { sender + "/" + message.identity + message.attempt.suffix }

  /// The digest of its content; `nil` where it was not made.
  var digest: String? {
    message.identity == message.id
      ? nil : Self.storable(String(message.identity.dropFirst(message.id.count + 1)))
  }

  /// The event, as it is kept: an identifier that no table can hold is kept without what it cannot.
  var reception: Reception.ID {
    Reception.ID(
      sender: Self.storable(sender), event: Self.storable(message.id),
      source: Self.storable(message.origin ?? ""))
  }

  var storableType: String { Self.storable(message.type) }

  /// What is kept of the answer.
  func reception(_ code: Receipt.Code, _ household: HouseholdID?) -> Reception {
    reception(code.status, code.word, household)
  }

  /// What is kept of the answer, whatever its code.
  func reception(
    _ status: Receipt.Status, _ code: String, _ household: HouseholdID?
  ) -> Reception {
    Reception(
      id: reception, type: storableType, status: status, code: code, household: household,
      receivedOn: receivedOn, digest: digest)
  }

  /// The receipt of an event that is accepted.
  func accepted(_ code: Receipt.Code, _ household: HouseholdID, isNew: Bool) throws -> Outgoing {
    var text =
      isNew
      ? "Événement accepté : un dossier est ouvert." : "Événement accepté et versé au dossier."
    if code == .unknownCommune {
      text += " La commune n'est pas dans la table : le dossier va à la CCAPEX centrale."
    }
    if code == .otherDepartement {
      text +=
        " Le logement est dans un autre département : le transfert est proposé à sa CCAPEX, et le "
        + "dossier reste suivi ici jusqu'à son accusé de réception."
    }
    if waitedSince != nil, !wasHeld { text += " Il attendait l'ouverture de son dossier." }
    if wasHeld { text += " Il était gardé pour examen." }
    return try receipt(code, text, household, receivedOn)
  }

  /// The receipt of an event whose dossier is not open yet.
  func waits(until day: Day) throws -> Outgoing {
    try receipt(
      .waiting,
      "Événement reçu avant son dossier : il est gardé jusqu'au \(day) inclus. Dès qu'un signalement "
        + "ouvre un dossier qui a ses références, il y est versé et vous recevez un second accusé ; "
        + "sans dossier à cette date, il vous est refusé.", nil, receivedOn)
  }

  /// The receipt of an event that the dossier of its references contradicts.
  func held(until day: Day) throws -> Outgoing {
    try receipt(
      .held,
      "Événement reçu et gardé pour examen : ses références désignent un dossier dont les locataires "
        + "ou l'adresse sont autres. Personne ne le lit d'ici là ; la commission décide avant le "
        + "\(day) inclus, et vous recevez un second accusé. Si une référence est fausse, publiez une "
        + "rectification.", nil, receivedOn)
  }

  /// The receipt of a decision that intake itself carries out.
  ///
  /// - Parameter household: The dossier; `nil` where the decision is about an event that waits for
  ///   one.
  func done(_ text: String, _ household: HouseholdID?) throws -> Outgoing {
    try receipt(household == nil ? .rectified : .accepted, text, household, receivedOn)
  }

  /// The receipt of an event that is refused.
  func refused(_ refusal: Refusal) throws -> Outgoing {
    try receipt(
      .refuse, refusal.code, refusal.sentence, nil, receivedOn, errors: refusal.problems,
      warnings: refusal.warnings)
  }

  /// The receipt of an event that was received before; the day is the first one's.
  func duplicate(of first: Reception) throws -> Outgoing {
    let text = Self.stillSo[first.code] ?? "Événement déjà reçu (\(first.code)) : rien n'a changé."
    return try receipt(.duplicate, text, first.household, first.receivedOn)
  }

  /// What a copy is told of an event about which there is more to say than its code.
  private static let stillSo = [
    Receipt.Code.held.word:
      "Événement déjà reçu, la commission l'examine toujours : rien n'a changé.",
    Receipt.Code.waiting.word:
      "Événement déjà reçu, il attend toujours son dossier : rien n'a changé.",
    Receipt.Code.withdrawn.word:
      "Événement déjà reçu, puis retiré par vous (evenement.retire) : rien n'a changé. Pour le dire "
      + "de nouveau, publiez-le sous un nouvel identifiant.",
  ]

  /// The receipt of an event that bears the name of another; the day is that one's.
  func conflicts(with first: Reception) throws -> Outgoing {
    try receipt(
      .conflict,
      "Un autre événement de votre compte, reçu le \(first.receivedOn), porte déjà cet identifiant "
        + "(ce-source et ce-id) : celui-ci n'est pas pris en compte. Pour corriger le premier, publiez "
        + "une rectification ; pour un autre acte, un nouvel identifiant.", nil, first.receivedOn)
  }

  /// The receipt of an event that an operator must look at.
  ///
  /// - Parameter reference: What its sender quotes when asking about it.
  func setAside(_ reference: String) throws -> Outgoing {
    try receipt(
      .setAside,
      "Amont n'a pas pu traiter cet événement : il est gardé, et un exploitant est prévenu. Citez la "
        + "référence \(reference) pour toute question ; ne changez rien, ou publiez-le de nouveau "
        + "sous le même identifiant.", nil, receivedOn, reference: reference)
  }

  private func receipt(
    _ code: Receipt.Code, _ text: String, _ household: HouseholdID?, _ received: Day,
    reference: String? = nil
  ) throws -> Outgoing {
    try receipt(
      code.status, code.word, text, household, received, reference: reference)
  }

  private func receipt(
    _ status: Receipt.Status, _ code: String, _ text: String, _ household: HouseholdID?,
    _ received: Day, errors: [Receipt.Problem]? = nil, warnings told: [Receipt.Warning] = [],
    reference: String? = nil
  ) throws -> Outgoing {
    let warnings = warnings + told
    var receipt = Receipt(
      evenement: message.id, type: message.type, statut: status, code: code,
      texte: warnings.isEmpty ? text : text + " À relire : voir avertissements.",
      dossier: household, recu: received)
    receipt.erreurs = errors
    receipt.avertissements = warnings.isEmpty ? nil : warnings
    receipt.message_id = message.messageID
    receipt.correlation_id = message.correlationID
    receipt.reference = reference
    return Outgoing(
      to: .user(sender), type: Receipt.type, household: household, occurredOn: day,
      data: try Wire.encode(receipt))
  }

  /// The text without U+0000, which PostgreSQL cannot hold, and no longer than a column.
  static func storable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.lazy.filter { $0.value != 0 }.prefix(maximumStored)))
  }

  /// The longest identifier or type that is kept.
  private static let maximumStored = 200
}

extension Receipt.Warning {
  /// Nothing shows what ties the account to the dossier.
  static let relationNotProven = Receipt.Warning(
    .relationNotProven,
    texte: "Rien ne montre ce qui relie votre compte à ce dossier : la commission en est informée. "
      + "Joignez à vos événements une référence qui le montre (bail, commandement), ou "
      + "menage.locataires et menage.logement.")
}
