/// Takes comments and texts out of Swift source. It knows nested comments, raw and long texts, and
/// code within a text; not regex literals, of which the sources have none.
struct SourceScanner {
  private enum Place {
    /// Code; the number of parentheses open in it.
    case code(Int)
    case text(quotes: Int, hashes: Int)
  }

  private(set) var code = ""
  private(set) var texts: [(line: Int, text: String)] = []

  private let source: [Character]
  private var position = 0
  private var line = 1
  private var places: [Place] = [.code(0)]
  private var text = ""

  init(_ source: String) { self.source = Array(source) }

  mutating func run() {
    while position < source.count {
      switch places.last {
      case .code(let depth): readCode(depth)
      case .text(let quotes, let hashes): readText(quotes, hashes)
      case nil: places = [.code(0)]
      }
    }
  }

  private mutating func readCode(_ depth: Int) {
    if sees("//") { return skip { $0.source[$0.position] == "\n" } }
    if sees("/*") { return skipComment() }
    let hashes = source[position...].prefix { $0 == "#" }.count
    let quotes = sees("\"\"\"", after: hashes) ? 3 : sees("\"", after: hashes) ? 1 : 0
    if quotes > 0 {
      code += "\""
      position += hashes + quotes
      places.append(.text(quotes: quotes, hashes: hashes))
      return
    }
    switch source[position] {
    case "(": places[places.count - 1] = .code(depth + 1)
    case ")" where depth == 0 && places.count > 1:
      places.removeLast()
      position += 1
      return
    case ")": places[places.count - 1] = .code(depth - 1)
    default: break
    }
    take(into: \.code)
  }

  private mutating func readText(_ quotes: Int, _ hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    if sees("\\" + fence + "(") {
      position += hashes + 2
      code += " "
      places.append(.code(0))
    } else if sees("\\" + fence) {
      position += hashes + 1
      if position < source.count { take(into: \.text) }
    } else if sees(String(repeating: "\"", count: quotes) + fence) {
      position += hashes + quotes
      code += "\""
      texts.append((line, text))
      text = ""
      places.removeLast()
    } else {
      if source[position] == "\n" { code += "\n" }
      take(into: \.text)
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if sees("/*") { depth += 1 }
      if sees("*/") { depth -= 1 }
      if sees("/*") || sees("*/") { position += 1 } else if source[position] == "\n" { newLine() }
      position += 1
    } while depth > 0 && position < source.count
  }

  private mutating func skip(until isEnd: (Self) -> Bool) {
    while position < source.count, !isEnd(self) { position += 1 }
  }

  private mutating func newLine() {
    code += "\n"
    line += 1
  }

  private mutating func take(into place: WritableKeyPath<Self, String>) {
    if source[position] == "\n" { line += 1 }
    self[keyPath: place].append(source[position])
    position += 1
  }

  private func sees(_ words: String, after offset: Int = 0) -> Bool {
    source.dropFirst(position + offset).starts(with: words)
  }
}
