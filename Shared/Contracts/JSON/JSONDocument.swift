import Vocabulary

/// One JSON text, read in one pass over its bytes, with where each member of its object lies.
public struct JSONDocument: Sendable {
  /// How many lists and objects may stand in each other. No event has more than eight.
  public static let deepest = 32

  public let value: JSONValue
  private let bytes: [UInt8]
  private let places: [String: Range<Int>]

  /// Reads the bytes; a mark of UTF-8 before them is skipped.
  ///
  /// - Throws: `JSONProblem`, the first one in the order of the bytes.
  public init(_ bytes: [UInt8]) throws(JSONProblem) {
    if ForeignEncoding.isUTF16Or32(bytes) { throw JSONProblem(.encoding) }
    var scanner = JSONScanner(bytes)
    value = try scanner.document()
    places = scanner.outermost
    self.bytes = bytes
  }

  /// The bytes of a member's value in the outermost object, exactly as they came; `nil` without it.
  public func bytes(of member: String) -> [UInt8]? {
    places[member].map { Array(bytes[$0]) }
  }
}

/// Encodings of text other than UTF-8, by the first bytes of a JSON text, which begins with two
/// ASCII characters: a byte order mark or a zero gives the others away.
private enum ForeignEncoding {
  static func isUTF16Or32(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    let first = (bytes[0], bytes[1])
    return first == (0xFE, 0xFF) || first == (0xFF, 0xFE) || first.0 == 0 || first.1 == 0
  }
}

/// The reader of one JSON text. Recursion is bounded by `JSONDocument.deepest`.
private struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var path = JSONPointer()
  /// Where the values of the outermost object lie.
  private(set) var outermost: [String: Range<Int>] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func document() throws(JSONProblem) -> JSONValue {
    skipSpace()
    let value = try value()
    skipSpace()
    if index < bytes.count { throw unexpected }
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func problem(_ kind: JSONProblem.Kind) -> JSONProblem {
    JSONProblem(kind, at: path.text)
  }

  /// What stands here belongs to no JSON: a byte that is not even UTF-8, or a wrong character.
  private var unexpected: JSONProblem {
    guard let next, next >= 0x80, UTF8Sequence(in: bytes, at: index) == nil else {
      return problem(.syntax)
    }
    return problem(.encoding)
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    guard let next else { throw unexpected }
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .list(try elements())
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw unexpected
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONProblem) -> JSONValue {
    let end = index + word.utf8CodeUnitCount
    let isWord = word.withUTF8Buffer { end <= bytes.count && bytes[index..<end].elementsEqual($0) }
    guard isWord else { throw problem(.syntax) }
    index = end
    return value
  }

  // MARK: - Objects and lists

  private mutating func members() throws(JSONProblem) -> [JSONValue.Member] {
    try enter()
    let isOutermost = path.steps.isEmpty
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while try !closes(with: UInt8(ascii: "}"), after: members.count) {
      guard next == UInt8(ascii: "\"") else { throw unexpected }
      let name = try text()
      path.steps.append(.member(name))
      // Names that Unicode holds for the same are one name to every reader behind this one.
      guard names.insert(name).inserted else { throw problem(.duplicateMember) }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw unexpected }
      index += 1
      skipSpace()
      let start = index
      members.append(JSONValue.Member(name, try value()))
      if isOutermost { outermost[name] = start..<index }
      path.steps.removeLast()
    }
    return members
  }

  private mutating func elements() throws(JSONProblem) -> [JSONValue] {
    try enter()
    var values: [JSONValue] = []
    while try !closes(with: UInt8(ascii: "]"), after: values.count) {
      path.steps.append(.element(values.count))
      values.append(try value())
      path.steps.removeLast()
    }
    return values
  }

  /// Steps over the bracket that opens.
  private mutating func enter() throws(JSONProblem) {
    guard path.steps.count < JSONDocument.deepest else { throw problem(.tooDeep) }
    index += 1
  }

  /// Whether the bracket closes here; otherwise the comma before what comes next is read.
  private mutating func closes(
    with bracket: UInt8, after count: Int
  ) throws(JSONProblem) -> Bool {
    skipSpace()
    if next == bracket {
      index += 1
      return true
    }
    if count > 0 {
      guard next == UInt8(ascii: ",") else { throw unexpected }
      index += 1
      skipSpace()
      if next == bracket { throw problem(.strayComma) }
    }
    if next == UInt8(ascii: ",") { throw problem(.strayComma) }
    return false
  }

  // MARK: - Numbers

  private mutating func number() throws(JSONProblem) -> String {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = index
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    if index == start { throw unexpected }
  }

  // MARK: - Texts

  private mutating func text() throws(JSONProblem) -> String {
    index += 1
    var text = ""
    var start = index
    while true {
      guard let byte = next else { throw problem(.syntax) }
      switch byte {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<index], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = index
      case 0..<0x20: throw problem(.forbiddenCharacter)
      case 0x80...:
        guard let sequence = UTF8Sequence(in: bytes, at: index) else { throw problem(.encoding) }
        if sequence.scalar.isNoncharacter { throw problem(.forbiddenCharacter) }
        index += sequence.length
      default: index += 1
      }
    }
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    index += 1
    guard let byte = next else { throw problem(.syntax) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try numbered()
    default: throw problem(.syntax)
    }
  }

  /// The character of `\uXXXX`, or of a pair of them.
  private mutating func numbered() throws(JSONProblem) -> Unicode.Scalar {
    let first = try unit()
    guard (0xD800...0xDFFF).contains(first) else {
      guard first != 0, let scalar = Unicode.Scalar(first), !scalar.isNoncharacter else {
        throw problem(.forbiddenCharacter)
      }
      return scalar
    }
    guard first < 0xDC00, next == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw problem(.forbiddenCharacter) }
    index += 2
    let second = try unit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)),
      !scalar.isNoncharacter
    else { throw problem(.forbiddenCharacter) }
    return scalar
  }

  private mutating func unit() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem(.syntax)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
