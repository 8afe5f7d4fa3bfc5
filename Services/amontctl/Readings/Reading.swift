import Contracts
import Digest
import Vocabulary

/// Who reads, and why: asked for before anything is looked up.
struct ReadingPurpose: Sendable, Hashable {
  let agent: AgentName
  /// Whom the operating system says: the account under which the program runs.
  let osUser: String
  let why: String
}

/// What a command is about to show.
struct ReadingSubject: Sendable, Hashable {
  /// The dossiers of which it shows something.
  var dossiers: [HouseholdID]
  /// Whether it shows more dossiers than it names.
  var isWhole = false
  /// What it shows, in French, where the dossiers alone do not say it.
  var scope = ""
  /// Those that are too many to be named in the log.
  var unnamed: [HouseholdID] = []

  /// More dossiers are not named one by one: an agenda of the département would make each line
  /// long.
  static let named = 1_000

  /// A list of dossiers, with what it is a list of.
  static func list(_ dossiers: some Sequence<HouseholdID>, _ scope: String) -> ReadingSubject {
    let all = Set(dossiers).sorted()
    return all.count <= named
      ? ReadingSubject(dossiers: all, scope: scope)
      : ReadingSubject(dossiers: [], isWhole: true, scope: scope, unnamed: all)
  }
}

/// One line of the reading log.
struct Reading: Sendable, Hashable {
  let number: Int
  /// The moment in UTC, to the microsecond, as the server wrote it.
  let at: String
  let agent: String, osUser: String, command: String
  let dossiers: [HouseholdID]
  let isWhole: Bool
  let scope: String, why: String
  /// The hash of the line before, and its own.
  let previous: [UInt8], hash: [UInt8]

  /// The hash that the line must have: `reading_text` of the migration says the same.
  var expectedHash: [UInt8] {
    let text = [
      String(number), at, agent, osUser, command,
      dossiers.map(\.description).joined(separator: " "), isWhole ? "tous" : "", scope, why,
    ].joined(separator: "\n")
    return SHA256.hash(previous + Array(text.utf8)).bytes
  }

  /// The civil day of the reading, in UTC.
  var day: Substring { at.prefix(10) }
}
