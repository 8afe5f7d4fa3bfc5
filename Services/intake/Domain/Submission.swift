import Contracts
import Vocabulary

/// A partner's event that was read and found sound: what intake works on from there.
struct Submission {
  let event: PartnerEvent
  let menage: Identification
  /// Its references, where they were read with the message.
  let references: References?
  /// The day of the act, never after the day of reception.
  let occurredOn: Day
  /// What its sender should look at again.
  let warnings: [Receipt.Warning]

  /// Days after its act from which an event is late: delays have run without it.
  static let daysUntilLate = 180

  /// Checks the payload of a message whose type is that kind.
  ///
  /// - Parameters:
  ///   - territory: The communes of the département.
  ///   - lists: Its courts, caisses and études.
  ///   - known: How the event named its household before, for a rectification that does not name it
  ///     again.
  ///   - base: Where the payload stands in the message: nowhere but for a rectification.
  /// - Throws: `Refusal` with everything that is wrong.
  init(
    _ kind: EventKind, of incoming: IncomingEvent, on today: Day, at territory: Territory,
    _ lists: CodeLists, known: Identification? = nil, within base: [JSONPointer.Step] = []
  ) throws(Refusal) {
    let read = base.isEmpty ? incoming.payload : ReadPayload(incoming.message.data, within: base)
    let (payload, marks) = try read.content.get()
    var check = EventCheck(kind, payload, on: today)
    check.territory = territory
    check.subject = incoming.message.household
    check.knowsHousehold = known != nil
    check.base = base
    check.run()
    guard check.problems.isEmpty else {
      throw .fields(
        check.problems + (kind == .rectification ? Self.problemsInside(payload, territory) : []),
        check.warnings.filter(\.isAboutName))
    }
    let act: Day
    do {
      event = try PartnerEvent(kind, read: JSONValueReader(payload))
      act = try payload[kind.actMember].map { try $0.decode(as: Day.self) } ?? today
      guard var menage = incoming.menage ?? known else { throw Self.undecodable }
      menage.dossier = menage.dossier ?? incoming.message.household
      self.menage = menage
      references = incoming.menage == nil ? nil : incoming.references
    } catch {
      // What was checked member by member can be decoded.
      throw .json(Self.undecodable)
    }
    occurredOn = min(act, today)
    warnings =
      Self.warnings(marks, base) + check.warnings + lists.warnings(menage, of: event, within: base)
      + (today.days(since: act) > Self.daysUntilLate ? [Self.late(kind, base)] : [])
  }

  // MARK: - Reading

  private static let undecodable = JSONProblem(.syntax)

  /// What is wrong with the payload that a rectification carries, where the rectification itself is
  /// wrong and goes no further. The day of reception of what it corrects is not known here.
  private static func problemsInside(
    _ payload: JSONValue, _ territory: Territory
  ) -> [Receipt.Problem] {
    guard let kind = payload["type"]?.text.flatMap(EventKind.init(rawValue:)),
      let text = payload["donnees"]?.text
    else { return [] }
    let base = [JSONPointer.Step.member("donnees")]
    do throws(Refusal) {
      var check = EventCheck(
        kind, try ReadPayload(Array(text.utf8), within: base).content.get().value, on: nil)
      check.territory = territory
      check.knowsHousehold = true
      check.base = base
      check.run()
      return check.problems
    } catch {
      return error.problems ?? []
    }
  }

  // MARK: - Warnings

  private static func warnings(
    _ marks: [JSONPointer], _ base: [JSONPointer.Step]
  ) -> [Receipt.Warning] {
    marks.prefix(EventCheck.mostListed).map { mark in
      let place = JSONPointer(base + mark.steps)
      return Receipt.Warning(
        .markRemoved, champ: place.text,
        texte: "Le champ \(place.dotted) contenait des caractères invisibles : "
          + "ils ont été retirés.")
    }
  }

  private static func late(_ kind: EventKind, _ base: [JSONPointer.Step]) -> Receipt.Warning {
    let place = JSONPointer(base + [.member(kind.actMember)])
    return Receipt.Warning(
      .lateAct, champ: place.text,
      texte: "L'événement est reçu plus de \(daysUntilLate) jours après son acte "
        + "(\(place.dotted)) : "
        + "vérifiez la date ; des délais ont pu courir sans lui.")
  }
}

extension Receipt.Warning {
  /// Whether it is about the name of a member: what may explain that another one is absent.
  fileprivate var isAboutName: Bool { code == Receipt.Warning.Code.unknownMember.word }
}

extension Receipt.Problem {
  /// A problem of the JSON text itself.
  init(_ problem: JSONProblem) {
    self.init(champ: problem.pointer, code: problem.code, texte: problem.sentence)
  }
}
