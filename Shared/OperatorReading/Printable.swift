/// Text as a terminal may show it: what came from outside can neither move the cursor, colour the
/// screen, nor turn the direction of what stands beside it.
public enum Printable {
  /// A text on one line: every character that is not shown as itself is written as `\u{…}`.
  public static func line(_ text: String) -> String { escaped(text, keeping: []) }

  /// Bytes as the text that they are, with its own lines; what is no UTF-8 is written as `\x…`.
  public static func lines(_ bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let valid = validPrefix(of: rest)
      text += escaped(String(decoding: valid, as: UTF8.self), keeping: ["\n", "\t"])
      rest = rest[valid.endIndex...]
      if let byte = rest.popFirst() { text += #"\x"# + hex(UInt32(byte), digits: 2) }
    }
    return text
  }

  private static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if kept.contains(scalar) || isShown(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: "\\u{\(hex(scalar.value, digits: 1))}".unicodeScalars)
      }
    }
    return String(result)
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator:
      true
    @unknown default: false
    }
  }

  /// The bytes up to the first that begins no character of UTF-8.
  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var end = bytes.startIndex
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      end += UTF8.width(scalar)
    }
    return bytes[..<end]
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
