import Digest

/// Follows the reading log from its anchor to its head, and notes each line that is not as it was
/// written.
struct ReadingChain: Sendable {
  /// One end of the chain: a line by its number and its hash.
  struct End: Sendable, Hashable {
    let number: Int
    let hash: [UInt8]

    /// The beginning of a log of which nothing was purged.
    static let beginning = End(
      number: 0, hash: Array(repeating: 0, count: SHA256Digest.byteCount))
  }

  /// What is wrong, in the words of whoever verifies.
  enum Fault: Sendable, Hashable {
    /// Lines from the first number to the second are not there.
    case missing(ClosedRange<Int>)
    /// The content is not what its hash says.
    case changed(Int)
    /// The line does not follow from the one before it.
    case unlinked(Int)
    /// The log does not end where its last writer left it.
    case headDiffers(kept: Int, found: Int)
    /// A line that was noted elsewhere is another one now, or is gone without a purge.
    case noteDiffers(Int)

    var text: String {
      switch self {
      case .missing(let lines) where lines.count == 1: "line \(lines.lowerBound) was removed"
      case .missing(let lines): "lines \(lines.lowerBound) to \(lines.upperBound) were removed"
      case .changed(let number): "line \(number) was changed"
      case .unlinked(let number): "line \(number) does not follow from the line before it"
      case .headDiffers(let kept, let found):
        "the log ends at line \(found), and was written up to line \(kept)"
      case .noteDiffers(let number): "line \(number) is not the one that was noted"
      }
    }
  }

  /// How many faults are told one by one.
  static let shown = 100

  private(set) var faults: [Fault] = []
  /// How many lines were looked at.
  private(set) var count = 0
  private var last: End
  /// A line that was noted elsewhere, until it is met.
  private var noted: End?

  /// A chain that begins behind its anchor.
  ///
  /// - Parameter noted: A line whose number and hash somebody kept outside of the database: with
  ///   it, a log that was written anew as a whole is found out too.
  init(behind anchor: End, noted: End? = nil) {
    last = anchor
    self.noted = noted.flatMap { $0.number < anchor.number ? nil : $0 }
    meet(anchor)
  }

  /// The next line, by its number.
  mutating func take(_ line: Reading) {
    count += 1
    if line.number > last.number + 1 { note(.missing(last.number + 1...line.number - 1)) }
    if line.expectedHash != line.hash {
      note(.changed(line.number))
    } else if line.number == last.number + 1, line.previous != last.hash {
      note(.unlinked(line.number))
    }
    last = End(number: line.number, hash: line.hash)
    meet(last)
  }

  /// The end of the log, as its last writer left it.
  mutating func end(at head: End) {
    if head != last { note(.headDiffers(kept: head.number, found: last.number)) }
    if let noted { note(.noteDiffers(noted.number)) }
  }

  private mutating func meet(_ end: End) {
    guard let noted, noted.number == end.number else { return }
    if noted.hash != end.hash { note(.noteDiffers(end.number)) }
    self.noted = nil
  }

  private mutating func note(_ fault: Fault) {
    if faults.count < Self.shown { faults.append(fault) }
  }
}
