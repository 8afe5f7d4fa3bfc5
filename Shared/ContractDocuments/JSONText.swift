public import Contracts

// JSON as a person reads it: members in the order in which they were put together, two spaces a
// level.

extension JSONValue {
  /// The text, with a newline at its end.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null, .bool, .number, .text: text += canonical
    case .list(let values) where values.allSatisfy(\.isShort):
      text += "[" + values.map(\.canonical).joined(separator: ", ") + "]"
    case .list(let values):
      Self.write(values.count, "[]", to: &text, indent) { place, text, indent in
        values[place].write(to: &text, indent: indent)
      }
    case .object(let members):
      Self.write(members.count, "{}", to: &text, indent) { place, text, indent in
        text += JSONValue.text(members[place].name).canonical + ": "
        members[place].value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write(
    _ count: Int, _ brackets: String, to text: inout String, _ indent: String,
    _ one: (Int, inout String, String) -> Void
  ) {
    guard count > 0 else { return text += brackets }
    let inner = indent + "  "
    text += brackets.prefix(1)
    for place in 0..<count {
      text += (place > 0 ? "," : "") + "\n" + inner
      one(place, &text, inner)
    }
    text += "\n" + indent + brackets.suffix(1)
  }

  /// Whether it may stand on one line with others.
  private var isShort: Bool {
    switch self {
    case .null, .bool, .number, .text: true
    case .list, .object: false
    }
  }
}

// MARK: - Putting values together

extension JSONValue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
}

extension JSONValue {
  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .list(texts.map(JSONValue.text))
  }

  static func whole(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The same object with more members at its end; those of a name that is there are left out.
  func adding(_ more: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let others) = more else { return self }
    return .object(members + others.filter { self[$0.name] == nil })
  }
}
