import Contracts
import Vocabulary

/// A partner's event that was read and found sound: what intake works on from there.
struct Submission {
  let event: PartnerEvent
  let menage: Identification
  /// The day of the act, never after the day of reception.
  let occurredOn: Day

  /// Reads and checks the payload of a message whose type is that kind.
  ///
  /// - Throws: `Refusal` with the first field that is absent or wrong.
  ///
  /// - Parameter known: How the event named its household before, for a rectification that does not
  ///   name it again.
  init(
    _ kind: EventKind, of message: Message, on today: Day, known: Identification? = nil
  ) throws(Refusal) {
    let told = try Self.read { try Wire.decode(Household.self, from: message.data).menage }
    guard var menage = told ?? known else { throw .fieldMissing("menage") }
    do {
      event = try Self.read { try PartnerEvent(kind, read: PublishedReader(message.data)) }
    } catch .unreadable {
      // The text was read once already: it is JSON, with a number that is not whole or too large.
      throw .fieldInvalid(OddNumber.place(in: message.data), .wholeNumber)
    }
    if let subject = message.household {
      guard menage.dossier ?? subject == subject else {
        throw .fieldInvalid("menage.dossier", .otherSubject)
      }
      menage.dossier = subject
    }
    self.menage = menage
    let checks = Checks(today: today)
    try checks.check(event)
    try checks.check(menage)
    occurredOn = min(event.actDay, today)
  }

  /// The identification alone, or `nil` where the payload has none that can be read.
  static func identification(of message: Message) -> Identification? {
    var menage = identification(in: message.data)
    if menage?.dossier == nil { menage?.dossier = message.household }
    return menage
  }

  /// The identification in a payload.
  static func identification(in data: [UInt8]) -> Identification? {
    (try? Wire.decode(Household.self, from: data))?.menage
  }

  private static func read<Value>(_ decode: () throws -> Value) throws(Refusal) -> Value {
    do {
      return try decode()
    } catch let error as DecodingError {
      throw Refusal(error)
    } catch {
      throw .unreadable
    }
  }

  private struct Household: Decodable {
    let menage: Identification?
  }
}

extension Refusal {
  /// The refusal that a decoding error calls for; the path of the field, never its value.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .fieldMissing(FieldPath.text(context.codingPath + [key]))
    case .valueNotFound(_, let context):
      self = .fieldMissing(FieldPath.text(context.codingPath))
    case .typeMismatch(_, let context):
      self = .fieldInvalid(FieldPath.text(context.codingPath), .type)
    case .dataCorrupted(let context):
      self =
        context.codingPath.isEmpty
        ? .unreadable : .fieldInvalid(FieldPath.text(context.codingPath), .value)
    @unknown default:
      self = .unreadable
    }
  }
}

/// The place of a field as a partner writes it: `menage.locataires[0].nom`.
enum FieldPath {
  static func text(_ path: [any CodingKey]) -> String {
    var text = ""
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text.isEmpty ? "(racine)" : text
  }
}
