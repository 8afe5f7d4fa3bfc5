import ArgumentParser
import Contracts
import PostgreSQL
import Vocabulary

/// Lists what somebody must compare or verify.
struct DoubtsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract: "What a commission must compare or verify, in French; nothing is joined by itself.",
    discussion: """
      Three lists, the oldest first: pairs of dossiers that may be one household, or one that may be two;
      events that are held because persons or address contradict the dossier of their references; accounts
      of which nothing shows what ties them to a dossier. Fields are named, with whether they agree;
      what they hold stays with those who may read the dossiers.
      """)
  @Option(help: "At most so many of each list, the oldest first.") var limit = 50
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("expected a limit between 1 and 10000")
    }
  }

  func run() async throws {
    let connection = try await Place.fromEnvironment().connect(to: .intake)
    let doubts = try await DoubtList.read(from: connection, limit: limit)
    await connection.close()
    print(json ? try Wire.encode(doubts) + "\n" : doubts.text, terminator: "")
  }
}
