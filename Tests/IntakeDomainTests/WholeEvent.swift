import Contracts

@testable import IntakeDomain

/// A sound event of each kind with each of its members, as received on 5 February 2018.
enum WholeEvent {
  static func payload(of kind: EventKind) throws -> JSONValue {
    let sample = try JSONValue.read(Array("{\(Sample.fields(kind))}".utf8))
    return .object(
      kind.declaration.fields.all.map { field in
        JSONValue.Member(field.name, sample[field.name] ?? value(of: field))
      })
  }

  private static func value(of field: EventField) -> JSONValue {
    switch field.type {
    case .text: .text(text(of: field))
    case .wholeNumber: .number("\(number(of: field))")
    case .cents: .number("20000")
    // A lease is older than what is said of it.
    case .day: .text(field.rules.map(\.demand) == [.past] ? "2016-02-01" : "2018-02-01")
    case .birth: .text("1984-00-00")
    case .dossier: .text("00000000-0000-4000-8000-000000000001")
    case .boolean: .bool(true)
    case .enumeration(let words): .text(words[0])
    case .object: object(of: field)
    case .list: .list([object(of: field)])
    }
  }

  /// Three, or as much as its rules allow.
  private static func number(of field: EventField) -> Int {
    for rule in field.rules {
      if case .number(let range) = rule.demand { return min(3, range.upperBound) }
    }
    return 3
  }

  private static func object(of field: EventField) -> JSONValue {
    .object(field.members.all.map { JSONValue.Member($0.name, value(of: $0)) })
  }

  private static func text(of field: EventField) -> String {
    for rule in field.rules {
      switch rule.demand {
      case .siret: return "73282932000074"
      case .siren: return "732829320"
      case .commune: return "93066"
      case .rg: return "18/00123"
      case .allocataire: return "0123456"
      case .hour: return "14:00"
      case .eventName: return "signalement.cdp"
      case .agent: return "Camille Martin"
      default: continue
      }
    }
    return "Abc"
  }
}
