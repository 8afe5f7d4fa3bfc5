/// Columns of text, aligned right but for those that lead; what comes from outside is made
/// printable.
public struct TextTable {
  private let rows: [[String]]
  /// The columns aligned left.
  private let leading: Set<Int>

  /// A table of these rows, the first one being its head.
  ///
  /// - Parameter leading: The columns aligned left.
  public init(_ rows: [[String]], leading: Set<Int> = [0]) {
    self.rows = rows.map { $0.map(Printable.line) }
    self.leading = leading
  }

  public var text: String {
    let width = rows.map(\.count).max() ?? 0
    let widths = (0..<width).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return leading.contains(column) ? cell + gap : gap + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
