/// One line of a declaration: a member of an event, what it says, and what is asked of it beside
/// its Swift type.
public struct DeclaredMember: Sendable, Hashable {
  /// The member, as `menage.locataires[].nom`.
  public let path: String
  /// What it says, in French.
  public let title: String
  /// What a whole number counts.
  public let unit: FieldUnit?
  /// What is asked of it, in the order in which it is asked.
  public private(set) var rules: [FieldRule]

  init(
    _ path: String, _ title: String, in unit: FieldUnit? = nil, _ demands: [FieldRule.Demand] = []
  ) {
    (self.path, self.title, self.unit) = (path, title, unit)
    rules = demands.map { FieldRule(path, $0) }
  }

  /// The same line for a member inside of another, in what Amont sends: nothing is asked of that.
  func inside(_ parent: String) -> DeclaredMember {
    DeclaredMember(parent + "." + path, title, in: unit)
  }

  /// The same line, where more is asked if another member is one of these.
  func when<Word: RawRepresentable<String>>(
    _ field: String, _ words: [Word?], _ demands: FieldRule.Demand...
  ) -> DeclaredMember {
    when(field, words.map { $0.map { .text($0.rawValue) } ?? .absent }, demands)
  }

  /// The same line, where more is asked if another member is true or false.
  func when(_ field: String, is value: Bool, _ demands: FieldRule.Demand...) -> DeclaredMember {
    when(field, [.boolean(value)], demands)
  }

  private func when(
    _ field: String, _ values: [FieldRule.Condition.Value], _ demands: [FieldRule.Demand]
  ) -> DeclaredMember {
    var line = self
    let condition = FieldRule.Condition(field: field, values: values)
    line.rules += demands.map { FieldRule(path, $0, when: condition) }
    return line
  }
}

/// What a whole number counts. The raw value is French, for a document.
public enum FieldUnit: String, CaseIterable, Sendable {
  case centimes, mois, jours, personnes
  case echeances = "échéances"
  /// The place of one in a row, from 1.
  case rang
}

/// Lists members one below the other.
@resultBuilder enum DeclaredMembers {
  static func buildExpression(_ line: DeclaredMember) -> [DeclaredMember] { [line] }
  static func buildExpression(_ lines: [DeclaredMember]) -> [DeclaredMember] { lines }
  static func buildBlock(_ lines: [DeclaredMember]...) -> [DeclaredMember] { lines.flatMap(\.self) }
}
