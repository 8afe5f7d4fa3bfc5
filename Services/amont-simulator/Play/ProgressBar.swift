import Vocabulary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One line that fills up on a terminal; elsewhere, one line for each tenth.
final class ProgressBar {
  private static let width = 30
  private let first: Day
  private let last: Day
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var tenth = -1

  init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  /// Shows how far the play is.
  func show(_ day: Day, events: Int, messages: Int) {
    let whole = max(1, last.days(since: first))
    let done = min(whole, max(0, day.days(since: first)))
    let text = "\(day)  \(events) événements publiés, \(messages) messages reçus"
    if isTerminal {
      let filled = Self.width * done / whole
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
      show("\r\u{1B}[K[\(bar)] \(text)")
    } else if done * 10 / whole > tenth {
      tenth = done * 10 / whole
      show("\(tenth * 10) %  \(text)\n")
    }
  }

  /// Leaves the line.
  func end() {
    if isTerminal { show("\n") }
  }

  private func show(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
