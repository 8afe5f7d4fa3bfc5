import ArgumentParser
import OperatorReading
import PostgreSQL
import Vocabulary

/// Who read which dossier, when and why.
struct ReadingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readings", abstract: "Who read which dossier, when and why.",
    subcommands: [Show.self, Purge.self, Migrate.self], defaultSubcommand: Show.self)

  struct Show: RecordedReading {
    static let configuration = CommandConfiguration(
      abstract: "The log of readings, in French; --verify follows its chain.",
      discussion: """
        Each line stands on the hash of the line before it: --verify finds what was changed, removed or
        put elsewhere, and leaves with status 1. It ends with the head of the log, NUMBER:HASH. Note it
        outside of this machine: a later --verify --head NUMBER:HASH finds a log that was written anew as
        a whole. Alone, --verify shows nobody's readings and wants neither --agent nor --why.
        """)
    static let name = "readings"
    var archiveAccess: ArchiveAccess { .open("shows who read, and nothing of the dossier") }

    @OptionGroup var reader: ReaderOptions
    @Option(help: "Only this dossier: its identifier, or a partner's reference.")
    var dossier: String?
    @Flag(help: "Follow the chain.") var verify = false
    @Option(help: "With --verify: a head that was noted before, NUMBER:HASH.") var head: String?

    /// What is asked for.
    struct Answer: Sendable {
      var lines: [Reading] = []
      var dossiers: [HouseholdID] = []
      var verdict: Verdict?
    }

    /// What following the chain gave.
    struct Verdict: Sendable {
      let chain: ReadingChain
      let head: ReadingChain.End
    }

    var isPersonal: Bool { dossier != nil || !verify }

    func validate() throws {
      guard head == nil || verify && Self.end(head) != nil else {
        throw ValidationError("--head wants --verify, and NUMBER:HASH as it was printed")
      }
    }

    func find(_ settings: OperatorSettings) async throws -> Answer {
      let log = try await ReadingLog.open(settings)
      var answer = Answer()
      if verify {
        let (chain, end) = try await log.verify(noted: Self.end(head))
        answer.verdict = Verdict(chain: chain, head: end)
      }
      if let dossier {
        let databases = try await ServiceDatabases.open(settings)
        answer.dossiers = try await databases.households(named: dossier)
        await databases.close()
        for one in answer.dossiers { answer.lines += try await log.all(about: one) }
      } else if !verify {
        answer.lines = try await log.all()
      }
      await log.connection.close()
      return answer
    }

    func subject(of answer: Answer) -> ReadingSubject {
      ReadingSubject(
        dossiers: answer.dossiers, isWhole: dossier == nil, scope: "le journal des lectures")
    }

    func show(_ answer: Answer) throws {
      if isPersonal { print(Reading.table(answer.lines), terminator: "") }
      guard let verdict = answer.verdict else { return }
      for fault in verdict.chain.faults { print(fault.text) }
      let head = verdict.head
      print(
        verdict.chain.faults.isEmpty
          ? "\(verdict.chain.count) lines, each as it was written; head \(head.text)"
          : "the log of readings is not as it was written")
      if !verdict.chain.faults.isEmpty { throw ExitCode.failure }
    }

    private static func end(_ text: String?) -> ReadingChain.End? {
      text.flatMap { ReadingChain.End($0) }
    }
  }

  struct Purge: AsyncParsableCommand, DeclaredCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes readings whose year is over; the chain stays verifiable.",
      discussion: "Needs AMONT_READINGS_OWNER_PASSWORD, which no other command does.")
    static let data = ShownData.nothingPersonal("says how many lines were removed")
    @OptionGroup var reader: ReaderOptions
    @Option(help: "The day by which the year is over, YYYY-MM-DD.") var on: String

    func run() async throws {
      guard let day = Day(on) else { throw ValidationError("--on takes a day: YYYY-MM-DD") }
      let settings = try OperatorSettings.fromEnvironment()
      let purpose = try reader.purpose(settings, osUser: ReadingLog.osUser)
      let log = try await ReadingLog.openAsOwner(settings)
      let removed = try await log.purge(
        before: try RetentionDelays(on: day, charte: settings.charteFile).readingsFrom(day),
        by: purpose)
      await log.connection.close()
      print("\(removed) readings removed")
    }
  }

  struct Migrate: AsyncParsableCommand, DeclaredCommand {
    static let configuration = CommandConfiguration(
      abstract: "Brings the log's tables up to date, as its owner.")
    static let data = ShownData.nothingPersonal("makes tables")

    func run() async throws {
      let log = try await ReadingLog.openAsOwner(try OperatorSettings.fromEnvironment())
      try await log.migrate()
      await log.connection.close()
    }
  }
}
