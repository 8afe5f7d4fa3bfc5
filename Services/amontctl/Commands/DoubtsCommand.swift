import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// What somebody must compare or verify.
struct DoubtsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract: "What a commission must compare or verify, in French; nothing is joined by itself.",
    subcommands: [List.self, Settle.self], defaultSubcommand: List.self)

  struct List: RecordedReading {
    static let configuration = CommandConfiguration(
      abstract: "All of it, the oldest first.",
      discussion: """
        Three lists: pairs of dossiers that may be one household, or one that may be two; events that are held
        because persons or address contradict the dossier of their references; accounts of which nothing shows
        what ties them to a dossier. Fields are named, with whether they agree; what they hold stays with those
        who may read the dossiers.
        """)
    @Option(help: "At most so many of each list, the oldest first.") var limit = 50
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var reader: ReaderOptions
    static let name = "doubts list"
    var archiveAccess: ArchiveAccess { .open("leaves dossiers of the archive out") }

    func validate() throws {
      guard (1...10_000).contains(limit) else {
        throw ValidationError("expected a limit between 1 and 10000")
      }
    }

    func find(_ settings: OperatorSettings) async throws -> DoubtList {
      let connection = try await settings.connect(to: .intake)
      let doubts = try await DoubtList.read(
        from: connection, by: settings.masterKeys, limit: limit)
      await connection.close()
      return doubts
    }

    func subject(of doubts: DoubtList) -> ReadingSubject { .list(doubts.dossiers, "les doutes") }

    func show(_ doubts: DoubtList) throws {
      print(json ? try Wire.encode(doubts) + "\n" : doubts.text, terminator: "")
    }
  }

  struct Settle: RecordedAct {
    static let configuration = CommandConfiguration(
      abstract: "Keeps that somebody verified what ties an account to a dossier.",
      discussion: "From then on the account acts on that dossier as one whose tie was shown.")
    @Argument(help: "The dossier's identifier.") var dossier: String
    @Argument(help: "The account, as the list shows it.") var account: String
    @OptionGroup var reader: ReaderOptions
    static let name = "doubts settle"

    private var household: HouseholdID {
      get throws {
        guard let household = HouseholdID(dossier) else {
          throw ValidationError("expected the identifier of a dossier")
        }
        return household
      }
    }

    func subject(_ settings: OperatorSettings) throws -> ReadingSubject {
      ReadingSubject(dossiers: [try household], scope: "compte \(Printable.line(account)) vérifié")
    }

    func act(_ settings: OperatorSettings, by purpose: ReadingPurpose) async throws {
      let household = try household
      let connection = try await settings.writer(of: .intake)
      let isSettled = try await DoubtList.settle(
        account, of: household, by: purpose.agent, in: connection)
      await connection.close()
      guard isSettled else {
        throw OperatorError("\(account) is not listed for that dossier: see doubts")
      }
      print("\(account): settled")
    }
  }
}
