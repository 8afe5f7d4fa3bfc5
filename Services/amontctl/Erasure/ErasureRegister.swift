import OperatorReading
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file that says whose keys were destroyed, kept apart from the databases: a day, a space and
/// an identifier a line. A backup that is restored brings keys back; by it they are destroyed
/// again.
struct ErasureRegister {
  let path: String

  /// Adds what is about to be destroyed, behind what stands there: in one write, so that two
  /// erasures at once keep both, and on the disk before it returns. What stands there is not read.
  ///
  /// - Throws: `OperatorError` where the file cannot be written.
  func append(_ subjects: [HouseholdID], on day: Day) throws {
    let lines = Array(subjects.map { "\(day) \($0)\n" }.joined().utf8)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, Self.mode)
    guard file >= 0 else { throw Self.unwritable }
    defer { close(file) }
    guard lines.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == lines.count,
      fsync(file) == 0
    else { throw Self.unwritable }
  }

  /// Identifiers are nobody else's business.
  private static let mode: mode_t = 0o600

  private static var unwritable: OperatorError {
    OperatorError(
      "the register cannot be written, and nothing was erased: give --register a file that can")
  }

  /// Everything that it holds, the day by the identifier.
  ///
  /// - Throws: `OperatorError` where the file cannot be read, or a line of it says nothing.
  func read() throws -> [HouseholdID: Day] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw OperatorError("the register cannot be read: \(path)")
    }
    var subjects: [HouseholdID: Day] = [:]
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let words = line.split(separator: " ")
      guard words.count == 2, let day = Day(words[0]), let subject = HouseholdID(words[1]) else {
        throw OperatorError("line \(place + 1) of the register is not a day and an identifier")
      }
      subjects[subject] = min(day, subjects[subject] ?? day)
    }
    return subjects
  }
}
