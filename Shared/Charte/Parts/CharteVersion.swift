public import LegalCalendar
public import Vocabulary

/// A Charte as it stands from one day on.
public struct CharteVersion: Sendable {
  /// The first day. A new version is added at the end; none is changed or taken away.
  public let since: Day
  public let bodies: Bodies
  /// The winter truces that the préfet of an overseas département sets; empty elsewhere.
  public let truces: [TruceRule]
  /// What the partners committed themselves to.
  public let commitments: [Commitment]

  private let given: [String: Given]

  /// A parameter that the file sets.
  struct Given: Sendable {
    let value: any Hashable & Sendable
    let line: Int
  }

  init(
    since: Day, bodies: Bodies, truces: [TruceRule] = [], commitments: [Commitment] = [],
    given: [String: Given] = [:]
  ) {
    self.since = since
    self.bodies = bodies
    self.truces = truces
    self.commitments = commitments
    self.given = given
  }

  /// A parameter, with whether the file sets it.
  public func setting<Parameter: CharteParameter>(_ parameter: Parameter) -> Setting<
    Parameter.Value
  > {
    guard let given = given[parameter.rawValue], let value = given.value as? Parameter.Value else {
      return Setting(value: parameter.row.standard, line: nil)
    }
    return Setting(value: value, line: given.line)
  }

  public subscript<Parameter: CharteParameter>(_ parameter: Parameter) -> Parameter.Value {
    setting(parameter).value
  }
}
