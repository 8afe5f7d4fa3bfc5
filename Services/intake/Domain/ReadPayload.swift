import Contracts
import Vocabulary

/// The payload of a message, parsed once: what locks, reads and the decision take from the same
/// bytes.
struct ReadPayload: Sendable {
  /// The value without marks that nobody sees, and where these were; or why it cannot be read.
  let content: Result<(value: JSONValue, marks: [JSONPointer]), Refusal>
  /// Where the payload stands in the message: nowhere but for a rectification.
  let base: [JSONPointer.Step]

  init(_ data: [UInt8], within base: [JSONPointer.Step] = []) {
    self.init(
      Result { () throws(JSONProblem) in try JSONValue.read(data) }, within: base)
  }

  /// A payload that was parsed already.
  init(_ json: Result<JSONValue, JSONProblem>, within base: [JSONPointer.Step] = []) {
    self.base = base
    content = json.map(InvisibleMarks.removed(from:)).mapError {
      Self.refusal(JSONProblem($0.kind, at: JSONPointer(base).text + $0.pointer))
    }
  }

  /// How it names the household; `nil` where it has no identification that can be read.
  var identification: Identification? {
    value?[Identification.member].flatMap { try? $0.decode(as: Identification.self) }
  }

  /// The event of that kind, checked or not; `nil` where it cannot be read.
  func event(_ kind: EventKind) -> PartnerEvent? {
    value.flatMap { try? PartnerEvent(kind, read: JSONValueReader($0)) }
  }

  private var value: JSONValue? { try? content.get().value }

  /// A character that no text may hold is the fault of one member.
  private static func refusal(_ problem: JSONProblem) -> Refusal {
    problem.kind == .forbiddenCharacter && !problem.pointer.isEmpty
      ? .fields([Receipt.Problem(problem)], []) : .json(problem)
  }
}
