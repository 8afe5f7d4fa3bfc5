import Contracts
import OperatorReading

/// How many messages partners received, by what they say and who received them. Pure.
struct PostReport: Sendable {
  /// What is counted apart.
  struct Line: Hashable, Comparable, Sendable {
    /// The code of a notice, or what a receipt says.
    let code: String
    /// The kind of partner that received it.
    let reader: PartnerKind

    /// A notice.
    init(_ notice: Notice, to reader: PartnerKind) {
      (code, self.reader) = (notice.code.rawValue, reader)
    }

    /// A receipt.
    init(_ receipt: Receipt, to reader: PartnerKind) {
      (code, self.reader) = ("accusé " + receipt.statut.rawValue, reader)
    }

    static func < (left: Line, right: Line) -> Bool {
      (left.code, left.reader.rawValue) < (right.code, right.reader.rawValue)
    }
  }

  let counts: [Line: Int]
  /// Households, each as often as years were played.
  let householdYears: Double

  /// A line each, the most frequent first, and all together.
  var table: String {
    let lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let total = counts.values.reduce(0, +)
    let rows = lines.map { line, count in
      [line.code, line.reader.rawValue, String(count), rate(count)]
    }
    return TextTable(
      [["message", "destinataire", "nombre", "par ménage et par an"]] + rows
        + [["tous", "", String(total), rate(total)]], leading: [0, 1]
    ).text
  }

  private func rate(_ count: Int) -> String {
    guard householdYears > 0 else { return "" }
    let hundredths = Int((Double(count) / householdYears * 100).rounded())
    return "\(hundredths / 100),\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
