import ArgumentParser
import OperatorReading

/// All services at a glance.
struct StatusCommand: AsyncParsableCommand, DeclaredCommand {
  static let data = ShownData.nothingPersonal("counts messages")
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "All services at a glance; status 1 when something needs you.",
    discussion: """
      For each service: what waits in its queue, how many instances read it, dead letters; what the
      broker has not confirmed and since when, what it refused; what waits for an earlier message, what
      waits for you; the migrations of its tables. What does not answer is told, and all else is read.
      """)
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Ask the ledger too; it reads every message that is kept.") var ledger = false
  @Option(help: "Seconds that the ledger may wait for what is on its way.") var settle = 10
  @Option(help: "Print it again every so many seconds, until it is stopped.") var watch: Int?

  func validate() throws {
    guard watch ?? 1 > 0, settle >= 0 else {
      throw ValidationError("--watch and --settle want seconds")
    }
  }

  func run() async throws {
    let reader = StatusReader(settings: try OperatorSettings.fromEnvironment())
    while true {
      let report = await reader.read(settling: ledger ? .seconds(settle) : nil)
      print(json ? try report.json : report.text, terminator: "")
      guard let watch else {
        if !report.needs.isEmpty { throw ExitCode.failure }
        return
      }
      try await Task.sleep(for: .seconds(watch), clock: .continuous)
    }
  }
}
