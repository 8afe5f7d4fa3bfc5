import Contracts

/// Takes out of the texts of a payload the marks that nobody sees: they turn a name round on a
/// screen, or make two names of one.
enum InvisibleMarks {
  /// The value without them, and where some were.
  static func removed(from value: JSONValue) -> (value: JSONValue, marks: [JSONPointer]) {
    var places: [JSONPointer] = []
    let clean = removed(from: value, at: [], &places)
    return places.isEmpty ? (value, []) : (clean, places)
  }

  private static func removed(
    from value: JSONValue, at steps: [JSONPointer.Step], _ places: inout [JSONPointer]
  ) -> JSONValue {
    switch value {
    case .null, .bool, .number: return value
    case .text(let text):
      guard text.unicodeScalars.contains(where: isMark) else { return value }
      places.append(JSONPointer(steps))
      return .text(
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) })))
    case .list(let values):
      return .list(
        values.enumerated().map { removed(from: $1, at: steps + [.element($0)], &places) })
    case .object(let members):
      return .object(
        members.map { member in
          let place = steps + [.member(member.name)]
          return JSONValue.Member(member.name, removed(from: member.value, at: place, &places))
        })
    }
  }

  /// Soft hyphen, spaces of no width, marks of direction. Those that join or part letters stay:
  /// Persian and the languages of India write with them.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xAD: false
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
