import Contracts
import TestSupport
import Testing
import Vocabulary

@testable import IntakeDomain

/// One member of a sound event is made wrong, in every way that its declaration knows: that member
/// is reported, and nothing else.
@Suite struct EveryFieldTests {
  private static let today = day("2018-02-05")

  @Test(arguments: EventKind.allCases)
  func aWholeEventIsSound(_ kind: EventKind) throws {
    let check = run(kind, try WholeEvent.payload(of: kind))
    #expect(check.problems.isEmpty, "\(check.problems)")
  }

  @Test(arguments: EventKind.allCases)
  func theMemberThatIsWrongIsReportedAndNoOther(_ kind: EventKind) throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var generator = Seeded(seed: seed)
    let whole = try WholeEvent.payload(of: kind)
    var wrongs = 0
    for field in kind.declaration.fields.all.flatMap(\.withMembers) {
      let place = Self.place(field.path)
      for wrong in Wrong.ways(field, of: whole, on: Self.today, &generator) {
        let check = run(kind, whole.replacing(place, with: wrong.value))
        wrongs += 1
        #expect(
          check.problems.map(\.champ) == [JSONPointer(place).text],
          "\(kind.rawValue) \(field.path): \(wrong.what), seed \(seed)")
        #expect(
          check.problems.first.map { wrong.codes.contains($0.code) } == true,
          "\(kind.rawValue) \(field.path): \(wrong.what): \(check.problems), seed \(seed)")
      }
    }
    #expect(wrongs > 20)
  }

  private func run(_ kind: EventKind, _ payload: JSONValue) -> EventCheck {
    var check = EventCheck(kind, payload, on: Self.today)
    check.run()
    return check
  }

  /// The first element of a list stands for all.
  private static func place(_ path: String) -> [JSONPointer.Step] {
    path.split(separator: ".").flatMap { part -> [JSONPointer.Step] in
      part.hasSuffix("[]")
        ? [.member(String(part.dropLast(2))), .element(0)] : [.member(String(part))]
    }
  }
}

/// A member made wrong.
private struct Wrong {
  let what: String
  /// `nil` for a member that is absent.
  let value: JSONValue?
  /// The codes that tell the true reason.
  let codes: Set<String>

  static func ways(
    _ field: EventField, of whole: JSONValue, on today: Day, _ generator: inout Seeded
  ) -> [Wrong] {
    var ways = types(field, &generator)
    if !field.isOptional {
      ways.append(Wrong(what: "absent", value: nil, codes: ["champ.absent"]))
      ways.append(Wrong(what: "null", value: .null, codes: ["champ.absent"]))
    }
    for rule in field.rules where whole.holds(rule.condition) {
      ways += bounds(rule.demand, of: whole, on: today, &generator)
    }
    return ways
  }

  private static func types(_ field: EventField, _ generator: inout Seeded) -> [Wrong] {
    let others: [JSONValue] = [.text("§"), .bool(true), .number("1"), .object([])]
    let right: [JSONValue] =
      switch field.type {
      case .text, .day, .birth, .dossier, .enumeration: [.text("§")]
      case .wholeNumber, .cents: [.number("1")]
      case .boolean: [.bool(true)]
      case .object: [.object([])]
      case .list: []
      }
    let value = others.filter { !right.contains($0) }.randomElement(using: &generator)
    let type = Wrong(what: "type", value: value, codes: ["champ.type", "champ.montant"])
    let word: String? =
      switch field.type {
      case .day, .birth: "champ.date"
      case .dossier: "champ.forme"
      case .enumeration: "champ.valeur"
      case .text, .wholeNumber, .cents, .boolean, .object, .list: nil
      }
    return [type] + (word.map { [Wrong(what: "word", value: .text("§"), codes: [$0])] } ?? [])
  }

  private static func bounds(
    _ demand: FieldRule.Demand, of whole: JSONValue, on today: Day, _ generator: inout Seeded
  ) -> [Wrong] {
    let more = Int.random(in: 1...1_000, using: &generator)
    func days(_ values: Day...) -> [Wrong] {
      values.map { Wrong(what: "\($0)", value: .text("\($0)"), codes: ["champ.borne"]) }
    }
    func numbers(_ values: Int...) -> [Wrong] {
      values.map { Wrong(what: "\($0)", value: .number("\($0)"), codes: ["champ.borne"]) }
    }
    func texts(_ most: Int) -> [Wrong] {
      [
        Wrong(
          what: "long", value: .text(String(repeating: "a", count: most + more)),
          codes: ["champ.longueur"]),
        Wrong(what: "empty", value: .text("  "), codes: ["champ.texte"]),
        Wrong(what: "control", value: .text("a\u{7}b"), codes: ["champ.texte"]),
      ]
    }
    func forms() -> [Wrong] {
      [Wrong(what: "form", value: .text("é\(more)"), codes: ["champ.forme", "champ.valeur"])]
    }
    func start(_ name: String) -> Day { whole[name]?.text.flatMap { Day($0) } ?? today }
    switch demand {
    case .act:
      return days(today.adding(days: more), today.adding(days: -3 * 366 - more))
        + [Wrong(what: "30 February", value: .text("2018-02-30"), codes: ["champ.date"])]
    case .past: return days(today.adding(days: more), day("1899-12-31").adding(days: -more))
    case .ahead:
      return days(today.adding(days: 3 * 366 + more), today.adding(days: -3 * 366 - more))
    case .since(let name, let count, let years):
      return days(
        start(name).adding(days: count - more), start(name).adding(days: years * 366 + more))
    case .notBefore(let name): return days(start(name).adding(days: -more))
    case .notAfter(let name): return days(start(name).adding(days: more))
    case .amount(let range), .number(let range):
      return numbers(range.lowerBound - more, range.upperBound + more)
        + [
          Wrong(
            what: "half", value: .number("\(range.lowerBound).5"),
            codes: ["champ.montant", "champ.nombre"])
        ]
    case .usualDebt(_, .some): return numbers(1)
    case .count(let range):
      let none = Wrong(what: "none", value: .list([]), codes: ["champ.borne"])
      let many = JSONValue.list(Array(repeating: .object([]), count: range.upperBound + more))
      return [none, Wrong(what: "many", value: many, codes: ["champ.borne"])]
    case .text(let most), .prose(let most): return texts(most)
    case .agent(let most):
      return texts(most) + [Wrong(what: "body", value: .text("CCAPEX 93"), codes: ["champ.texte"])]
    case .name(let most), .person(let most), .reference(let most), .street(let most):
      return texts(most) + [Wrong(what: "marks", value: .text("--"), codes: ["champ.texte"])]
    case .siret, .siren, .commune, .rg, .allocataire, .hour, .eventName: return forms()
    case .present: return [Wrong(what: "absent", value: nil, codes: ["champ.absent"])]
    case .usual, .usualDebt(_, nil), .payload: return []
    }
  }
}

extension JSONValue {
  /// The same value with another one at that place, or none.
  fileprivate func replacing(_ place: [JSONPointer.Step], with value: JSONValue?) -> JSONValue {
    guard let step = place.first else { return value ?? .null }
    let rest = Array(place.dropFirst())
    switch (step, self) {
    case (.member(let name), .object(let members)):
      return .object(
        members.compactMap { member in
          if member.name != name { return member }
          if rest.isEmpty, value == nil { return nil }
          return Member(name, member.value.replacing(rest, with: value))
        })
    case (.element(let index), .list(let values)):
      return .list(
        values.enumerated().map { $0 == index ? $1.replacing(rest, with: value) : $1 })
    case (.member, _), (.element, _): return self
    }
  }

  fileprivate func holds(_ condition: FieldRule.Condition?) -> Bool {
    guard let condition else { return true }
    return switch self[condition.field] {
    case .text(let text): condition.values.contains(.text(text))
    case .bool(let flag): condition.values.contains(.boolean(flag))
    case nil: condition.values.contains(.absent)
    default: false
    }
  }
}
