import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// Who asks, and why; the same options wherever a household's data is shown or decided on.
struct ReaderOptions: ParsableArguments {
  /// A reason is a line that somebody can review.
  static let reason = 5...300

  @Option(help: "Who reads: one person, by first name and name (by default AMONT_AGENT).")
  var agent: String?
  @Option(help: "Why: it is kept with your name, and the household may ask for it.")
  var why: String?

  /// Who and why, or what is missing.
  ///
  /// - Throws: `OperatorError` where no person is named, or no reason is given.
  func purpose(_ settings: OperatorSettings, osUser: String) throws(OperatorError)
    -> ReadingPurpose
  {
    guard let name = agent ?? settings.agent else {
      throw OperatorError(
        "say who you are, one person: --agent \"Prénom Nom\", or AMONT_AGENT")
    }
    guard let person = AgentName(name) else {
      throw OperatorError(
        "the agent is one person, by first name and name, never a body, a function or an account: "
          + "--agent \"Prénom Nom\", or AMONT_AGENT")
    }
    let reason = (why ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard Self.reason.contains(reason.count), Printable.line(reason) == reason else {
      throw OperatorError(
        "say why, in \(Self.reason.lowerBound) to \(Self.reason.upperBound) characters: "
          + "--why \"appel du ménage le 3 mai\"; it is kept with your name for a year")
    }
    return ReadingPurpose(agent: person, osUser: osUser, why: reason)
  }
}

/// A command of this tool that says whether it shows what belongs to households.
protocol DeclaredCommand: ParsableCommand {
  /// What it shows, or does.
  static var data: ShownData { get }
}

/// What a command shows of households.
enum ShownData {
  /// Nothing: no name, no address, no amount, no single dossier. With the reason.
  case nothingPersonal(String)
  /// Something, so that the log of readings has it first.
  case recorded
}

/// A command that shows what belongs to households: what it found is in the log before it is on the
/// screen, or stays unseen.
protocol RecordedReading: AsyncParsableCommand, DeclaredCommand {
  /// What it found, before anybody sees it.
  associatedtype Found: Sendable
  /// Who asks, and why.
  var reader: ReaderOptions { get }
  /// The command as the log names it.
  static var name: String { get }
  /// Whether what is asked for belongs to households: an option may say that it does not.
  var isPersonal: Bool { get }
  /// What it does with dossiers of the archive.
  var archiveAccess: ArchiveAccess { get }
  /// Looks, and shows nothing.
  func find(_ settings: OperatorSettings) async throws -> Found
  /// Of whom it is.
  func subject(of found: Found) -> ReadingSubject
  /// Shows it.
  func show(_ found: Found) throws
  /// What is left to be done once it was shown.
  func finish(_ found: Found, _ settings: OperatorSettings, by purpose: ReadingPurpose) async throws
}

extension RecordedReading {
  static var data: ShownData { .recorded }
  var isPersonal: Bool { true }

  func finish(
    _ found: Found, _ settings: OperatorSettings, by purpose: ReadingPurpose
  ) async throws {}

  func run() async throws {
    let settings = try OperatorSettings.fromEnvironment()
    guard isPersonal else { return try show(try await find(settings)) }
    let purpose = try reader.purpose(settings, osUser: ReadingLog.osUser)
    let log = try await ReadingLog.open(settings)
    let found = try await find(settings)
    let archived = try await settings.archived(in: subject(of: found), for: archiveAccess)
    try await show(found, archived: archived) {
      try await log.record(Self.name, $0, by: purpose)
    }
    await log.connection.close()
    try await finish(found, settings, by: purpose)
  }

  /// Shows what was found, once it is recorded; refuses what the archive keeps back.
  func show(
    _ found: Found, archived: [HouseholdID: Day],
    recording record: (ReadingSubject) async throws -> Void
  ) async throws {
    if let objection = archiveAccess.objection(to: archived) { throw objection }
    var subject = subject(of: found)
    let scopes = [subject.scope, archiveAccess.scope(of: archived) ?? ""]
    subject.scope = scopes.filter { !$0.isEmpty }.joined(separator: " ; ")
    try await record(subject)
    try show(found)
  }
}

extension OperatorSettings {
  /// Which dossiers that a command is about to show are in the archive.
  fileprivate func archived(
    in subject: ReadingSubject, for access: ArchiveAccess
  ) async throws -> [HouseholdID: Day] {
    switch access {
    case .open: return [:]
    case .forReason:
      let intake = try await connect(to: .intake)
      let archived = try await intake.archived(among: subject.dossiers + subject.unnamed)
      await intake.close()
      return archived
    }
  }
}

/// A command by which a person decides something about a household: who and why stand in the same
/// log before it is done.
protocol RecordedAct: AsyncParsableCommand, DeclaredCommand {
  /// Who decides, and why.
  var reader: ReaderOptions { get }
  /// The command as the log names it.
  static var name: String { get }
  /// About whom.
  func subject(_ settings: OperatorSettings) async throws -> ReadingSubject
  /// Does it.
  func act(_ settings: OperatorSettings, by purpose: ReadingPurpose) async throws
}

extension RecordedAct {
  static var data: ShownData { .recorded }

  func run() async throws {
    let settings = try OperatorSettings.fromEnvironment()
    let purpose = try reader.purpose(settings, osUser: ReadingLog.osUser)
    let log = try await ReadingLog.open(settings)
    try await log.record(Self.name, try await subject(settings), by: purpose)
    await log.connection.close()
    try await act(settings, by: purpose)
  }
}
