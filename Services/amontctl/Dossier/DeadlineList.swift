import Contracts
import OperatorReading
import Vocabulary

/// Armed deadlines as a table or as CSV.
struct DeadlineList {
  private static let head = [
    "au plus tard", "dossier", "service", "objet", "à compter de", "calcul", "reporté", "délai",
    "règle", "texte", "agit le",
  ]
  private let rows: [[String]]

  init(_ deadlines: [ListedDeadline]) {
    rows = deadlines.map { armed in
      let deadline = armed.deadline
      return [
        deadline.due.description, armed.household.description, armed.service.rawValue, armed.title,
        deadline.origin.description, deadline.raw.description, deadline.reason, deadline.delay,
        deadline.rule, deadline.article, armed.firesOn.description,
      ]
    }
  }

  var table: String { TextTable([Self.head] + rows, leading: Set(Self.head.indices)).text }

  /// Columns for a spreadsheet (RFC 4180).
  var csv: String { ([Self.head] + rows).map(CSV.line).joined() }
}

/// Comma-separated values (RFC 4180).
enum CSV {
  /// One line, with its end.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let mustQuote = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return mustQuote ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
