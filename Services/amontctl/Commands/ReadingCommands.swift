import ArgumentParser
import OperatorReading

/// Shows how far the households came.
struct FunnelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: "How many households reached each stage.")

  func run() async throws {
    let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
    print(try await databases.funnel().table, terminator: "")
    await databases.close()
  }
}

/// Shows one hash a table.
struct FingerprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "One hash a table of each service: equal after equal events.")
  @Flag(help: "Print JSON, one object a table.") var json = false
  @Flag(help: "Print what is left out of it, and why. Needs no server.") var leftOut = false
  @Option(help: "Print the rows behind one line, SERVICE.TABLE, for diff (personal data).")
  var rows: String?

  func run() async throws {
    guard !leftOut else { return print(LeftOut.text, terminator: "") }
    let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
    if let rows {
      for row in try await Fingerprint.rows(of: rows, in: databases) { print(row) }
      return await databases.close()
    }
    let fingerprint = try await Fingerprint.take(of: databases)
    print(json ? try fingerprint.json : fingerprint.text, terminator: "")
    await databases.close()
  }
}
