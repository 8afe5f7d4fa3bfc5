import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// What is declared of the members of events: once, and of each.
@Suite struct FieldTests {
  @Test func theMembersOfAnEventAreThoseOfItsSwiftType() {
    func field(_ name: String, _ type: FieldType, optional: Bool = false) -> PayloadField {
      PayloadField(name: name, type: type, isOptional: optional)
    }
    #expect(
      EventKind.signalementCDP.fields.dropFirst() == [
        field("acte", .day), field("dette", .cents), field("loyer", .cents),
        field("charges", .cents), field("mois_impayes", .wholeNumber),
        field("bail_du", .day, optional: true),
        field("delai", .enumeration(["deux-mois", "six-semaines"]), optional: true),
        field("mode", .enumeration(["personne", "domicile", "etude", "659"]), optional: true),
        field("caution_signifiee", .day, optional: true),
        field("premier_impaye", .day, optional: true),
        field(
          "type_bail",
          .enumeration(["vide", "meuble", "mixte", "foyer", "loi-1948", "sans-titre"]),
          optional: true),
      ])
    #expect(
      EventKind.dsfCarence.fields[2]
        == field(
          "tentatives",
          .list(
            .object([
              field("date", .day),
              field(
                "canal",
                .enumeration(["courrier", "telephone", "sms", "visite", "rendez-vous"])),
            ]))))
  }

  @Test(arguments: EventKind.allCases)
  func everyKindHasAHouseholdAndAnAct(_ kind: EventKind) {
    #expect(kind.fields.first?.name == "menage")
    #expect(kind.fields.first?.type.members.map(\.name).contains("logement") == true)
    #expect(kind.fields.count > 1)
    #expect(kind.rules.contains { $0.path == kind.actMember })
    #expect(kind.fields.contains { $0.name == kind.actMember && $0.type == .day && !$0.isOptional })
  }

  @Test(arguments: EventKind.allCases)
  func everyRuleIsAboutAMemberOfItsType(_ kind: EventKind) {
    let fields = Dictionary(uniqueKeysWithValues: leaves(of: kind).map { ($0.path, $0) })
    for rule in kind.rules {
      guard let field = fields[rule.path] else {
        Issue.record("\(kind.rawValue): no member \(rule.path)")
        continue
      }
      #expect(rule.demand.fits(field.type), "\(kind.rawValue): \(rule.path)")
      if rule.demand == .present { #expect(field.isOptional) }
      for name in rule.demand.others {
        #expect(kind.fields.contains { $0.name == name }, "\(kind.rawValue): \(name)")
      }
      if let condition = rule.condition {
        let other = kind.fields.first { $0.name == condition.field }
        #expect(other != nil, "\(kind.rawValue): \(condition.field)")
        for case .text(let word) in condition.values {
          #expect(other?.type.words.contains(word) == true, "\(kind.rawValue): \(word)")
        }
      }
    }
  }

  @Test(arguments: EventKind.allCases)
  func everyMemberIsBoundedOrNeedsNoBound(_ kind: EventKind) {
    for field in leaves(of: kind) where field.type.needsBound {
      #expect(
        field.rules.contains { $0.demand != .present }, "\(kind.rawValue): \(field.path) is open")
    }
  }

  @Test(arguments: EventKind.allCases)
  func theSampleOfEveryKindIsSoundAndReadAsBefore(_ kind: EventKind) throws {
    let text = "{\"menage\":{\(Fixture.household)},\(Sample.fields(kind))}"
    let value = try JSONValue.read(Array(text.utf8))
    var check = EventCheck(kind, value, on: day("2018-02-05"))
    check.run()
    #expect(check.problems.isEmpty, "\(check.problems)")
    #expect(check.warnings.isEmpty, "\(check.warnings)")
    struct Foundation: PartnerEvent.Reader {
      let bytes: [UInt8]
      func callAsFunction<Body: Codable & Sendable & Hashable>(as type: Body.Type) throws -> Body {
        try Wire.decode(type, from: bytes)
      }
    }
    #expect(
      try PartnerEvent(kind, read: JSONValueReader(value))
        == PartnerEvent(kind, read: Foundation(bytes: Array(text.utf8))))
  }

  private func leaves(of kind: EventKind) -> [EventField] {
    kind.declaration.fields.all.flatMap(\.withMembers)
  }
}

extension FieldType {
  /// Whether a value of this type may be anything unless a rule bounds it.
  fileprivate var needsBound: Bool {
    switch self {
    case .text, .wholeNumber, .cents, .day, .birth, .list: true
    case .dossier, .boolean, .enumeration, .object: false
    }
  }

  fileprivate var words: [String] {
    guard case .enumeration(let words) = self else { return [] }
    return words
  }
}

extension FieldRule.Demand {
  fileprivate func fits(_ type: FieldType) -> Bool {
    switch self {
    case .present: true
    case .past: type == .day || type == .birth
    case .act, .ahead, .since, .notBefore, .notAfter: type == .day
    case .amount, .usual, .usualDebt: type == .cents
    case .number: type == .wholeNumber
    case .count: if case .list = type { true } else { false }
    case .text, .prose, .name, .person, .agent, .reference, .street, .siret, .siren, .commune, .rg,
      .allocataire, .hour, .eventName, .payload:
      type == .text
    }
  }

  /// The other members that it asks.
  fileprivate var others: [String] {
    switch self {
    case .since(let name, _, _), .notBefore(let name), .notAfter(let name): [name]
    case .usualDebt(let rent, let months): [rent] + (months.map { [$0] } ?? [])
    case .present, .act, .past, .ahead, .amount, .usual, .number, .count, .text, .prose, .name,
      .person, .agent, .reference, .street, .siret, .siren, .commune, .rg, .allocataire, .hour,
      .eventName, .payload:
      []
    }
  }
}
