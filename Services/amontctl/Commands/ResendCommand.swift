import AMQP
import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

extension OutboxCommand {
  /// Sends again what the broker had confirmed and lost: its disk, a queue, or a restored database.
  struct Resend: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("counts messages")
    static let configuration = CommandConfiguration(
      abstract: "Sends messages again that the broker confirmed and then lost.",
      discussion: """
        With --missing: messages between services that the receiver's inbox lacks. With --to and --since:
        every message to that partner of that day and later; only the partner can tell which it has.
        Shows what would be sent, service by service; --yes sends it. Whoever has a message already
        takes the second one as a duplicate: its identifier is the same.
        """)
    /// Rows that are given back in one transaction.
    static let portion = 1_000

    @Flag(help: "What the receiving services' inboxes lack.") var missing = false
    @Option(help: "A partner's account whose queue was lost.") var to: String?
    @Option(help: "With --to: the first business day, YYYY-MM-DD.") var since: String?
    @Option(
      help: "With --to: the file of partners (default: the file that AMONT_PARTNERS_FILE names).")
    var partners: String?
    @Flag(help: "Send; without it nothing is changed.") var yes = false

    func validate() throws {
      guard missing != (to != nil) else {
        throw ValidationError("say --missing, or --to PARTNER --since YYYY-MM-DD")
      }
      guard (to == nil) == (since == nil), since.map({ Day($0) != nil }) ?? true else {
        throw ValidationError("--to wants --since YYYY-MM-DD, and only --to")
      }
    }

    func run() async throws {
      let settings = try OperatorSettings.fromEnvironment()
      let databases = try await ServiceDatabases.open(settings)
      let lost = try await find(in: databases, at: settings)
      await databases.close()
      guard lost.count > 0 else { return print("nothing to send again") }
      print(try await table(of: lost, at: settings), terminator: "")
      guard yes else {
        return print("\(lost.count) messages; nothing was changed: --yes sends them again")
      }
      for sender in ServiceName.allCases {
        try await send(lost.rows(of: sender), of: sender, at: settings)
      }
    }

    private func find(in databases: ServiceDatabases, at settings: OperatorSettings) async throws
      -> LostMessages
    {
      guard let to, let day = since.flatMap({ Day($0) }) else {
        return try await databases.missingMessages()
      }
      guard let file = partners ?? settings.partnersFile else {
        throw OperatorError("name the file of partners: --partners, or AMONT_PARTNERS_FILE")
      }
      let keys = Topology(partners: try PartnerFile.read(file)).keys(to: to)
      guard !keys.isEmpty else { throw OperatorError("\(file) knows no partner \(to)") }
      return try await databases.messages(under: keys, since: day)
    }

    private func table(of lost: LostMessages, at settings: OperatorSettings) async throws -> String
    {
      var rows = [["from", "to", "messages", "in its queue now"]]
      for (route, found) in lost.rows.sorted(by: { $0.key < $1.key }) {
        let depth = try await depth(at: route.destination, settings)
        rows.append([route.sender.rawValue, route.destination, "\(found.count)", depth])
      }
      return TextTable(rows, leading: [0, 1]).text
    }

    /// How many messages wait in the queue of a service or of the partner that was asked for.
    private func depth(at destination: String, _ settings: OperatorSettings) async throws -> String
    {
      let queue = to.map { "amont.partner." + $0 } ?? ServiceName(rawValue: destination)?.queue
      guard let queue else { return "" }
      let admin = try await AMQPAdmin.open(settings.brokerConfiguration())
      do {
        let depth = try await admin.depth(of: queue)
        await admin.close()
        return String(depth.messages)
      } catch {
        await admin.close()
        return error.code == .notFound ? "no such queue: topology apply" : "unknown"
      }
    }

    private func send(_ rows: [Int], of sender: ServiceName, at settings: OperatorSettings)
      async throws
    {
      guard !rows.isEmpty else { return }
      let connection = try await settings.writer(of: sender)
      var count = 0
      for start in stride(from: 0, to: rows.count, by: Self.portion) {
        let end = min(start + Self.portion, rows.count)
        count += try await connection.sendAgain(Array(rows[start..<end]))
      }
      await connection.close()
      print("\(sender.rawValue): \(count) messages will be sent again")
    }
  }
}
