import Contracts
import OperatorReading
import Vocabulary

extension Reading {
  /// Lines as an agent reads them, in French.
  static func table(_ lines: [Reading]) -> String {
    guard !lines.isEmpty else { return "aucune lecture\n" }
    let rows = lines.map { line in
      [
        String(line.number), line.moment, line.agent, line.osUser, line.command, line.shown,
        line.why,
      ]
    }
    let head = ["n°", "le (UTC)", "par", "compte", "commande", "dossiers", "pourquoi"]
    return TextTable([head] + rows, leading: [1, 2, 3, 4, 5, 6]).text
  }

  /// The moment without the parts of a second.
  var moment: String { String(at.prefix(19)).replacing("T", with: " ") }

  /// What was shown.
  var shown: String {
    let named = dossiers.map { String($0.description.prefix(8)) }
    let all = (isWhole ? ["tous"] : []) + named.prefix(3) + (named.count > 3 ? ["…"] : [])
    return ([all.joined(separator: " ")] + (scope.isEmpty ? [] : [scope])).joined(separator: " : ")
  }
}

extension ReadingLog {
  /// All lines about a dossier, or all there are, the oldest first.
  ///
  /// - Throws: `PostgresError` when they cannot be read.
  func all(about dossier: HouseholdID? = nil) async throws -> [Reading] {
    var all: [Reading] = []
    while true {
      let lines = try await lines(behind: all.last?.number ?? Int.min, about: dossier)
      all += lines
      guard lines.count == Self.portion else { return all }
    }
  }
}

extension ReadingChain.End {
  /// As it is noted: `41:9f86…`.
  var text: String {
    "\(number):" + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// An end that was noted; `nil` for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let number = Int(parts[0]), number >= 0,
      parts[1].utf8.count == ReadingChain.End.beginning.hash.count * 2,
      parts[1].allSatisfy(\.isASCII)
    else { return nil }
    let digits = Array(parts[1])
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    guard bytes.count * 2 == digits.count else { return nil }
    self.init(number: number, hash: bytes)
  }
}
