/// A JSON value as it was written: members in their order, numbers as text.
///
/// Foundation's parser does not serve here: it takes trailing commas, UTF-16 and one of two members
/// of the same name, tells no place, and turns every number into a `Double`.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// As it was written, such as `2.84e5`.
  case number(String)
  case text(String)
  case list([JSONValue])
  /// In the order in which they were written; no two have the same name.
  case object([Member])

  /// One member of an object.
  public struct Member: Sendable, Hashable {
    /// The name, without escapes.
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value in these bytes, read by RFC 8259 and the stricter RFC 7493 (I-JSON).
  ///
  /// - Throws: `JSONProblem`, the first one in the order of the bytes.
  public static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    try JSONDocument(bytes).value
  }

  /// The member of that name; `nil` where there is none, or the value is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text; `nil` for any other value.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}

// MARK: - Canonical text

extension JSONValue {
  /// One text for all ways to write the same value, close to RFC 8785: no space, members sorted by
  /// UTF-16, `284000.0` and `2.84e5` written `284000`. Numbers keep all their digits; RFC 8785
  /// would round those beyond the seventeenth.
  public var canonical: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += CanonicalNumber(number).text
    case .text(let value): Self.quote(value, to: &text)
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { text += "," }
        Self.quote(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    let isPlain = value.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\u{9}": text += "\\t"
      case "\u{A}": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\u{D}": text += "\\r"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// A decimal number without its accidents: sign, digits without zeros at the ends, place of the
/// point.
private struct CanonicalNumber {
  /// Decimal digits of an exponent that are worked with; a longer one is written as it came.
  private static let longestExponent = 9
  /// Digits before the point up to which a number is written out, as in ECMAScript.
  private static let mostWholeDigits = 21
  /// Zeros after the point up to which a fraction is written out, as in ECMAScript.
  private static let mostLeadingZeros = 6

  let text: String

  init(_ written: String) {
    // As nearly every number is written.
    let isPlain =
      written.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (1...Self.mostWholeDigits).contains(written.utf8.count)
      && written.utf8.first != UInt8(ascii: "0")
    if isPlain {
      text = written
      return
    }
    let isNegative = written.utf8.first == UInt8(ascii: "-")
    let parts = written.drop { $0 == "-" }.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let mantissa = (parts.first ?? "0").split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = String(whole + fraction)
    let significant = all.drop { $0 == "0" }
    let digits = String(significant.reversed().drop { $0 == "0" }.reversed())
    guard !digits.isEmpty else {
      text = "0"
      return
    }
    let exponentText = parts.count > 1 ? parts[1].drop { $0 == "+" } : "0"
    guard let exponent = Self.exponent(exponentText) else {
      text = written
      return
    }
    let point = whole.utf8.count - (all.utf8.count - significant.utf8.count) + exponent
    text = (isNegative ? "-" : "") + Self.write(digits, point: point)
  }

  private static func exponent(_ text: Substring) -> Int? {
    let digits = text.drop { $0 == "-" }.drop { $0 == "0" }
    guard digits.utf8.count <= longestExponent else { return nil }
    let magnitude = digits.isEmpty ? 0 : Int(digits) ?? 0
    return text.first == "-" ? -magnitude : magnitude
  }

  /// - Parameter point: How many digits stand before the point.
  private static func write(_ digits: String, point: Int) -> String {
    let count = digits.utf8.count
    func zeros(_ number: Int) -> String { String(repeating: "0", count: number) }
    if count <= point, point <= mostWholeDigits { return digits + zeros(point - count) }
    if point > 0, point <= mostWholeDigits {
      return digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if point <= 0, point > -mostLeadingZeros { return "0." + zeros(-point) + digits }
    let exponent = point - 1
    let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
  }
}
