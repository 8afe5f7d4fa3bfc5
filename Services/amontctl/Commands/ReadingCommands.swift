import ArgumentParser

/// Shows how far the households came.
struct FunnelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: "How many households reached each stage.")

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    print(try await books.funnel().table, terminator: "")
    await books.close()
  }
}

/// Shows one hash a table.
struct FingerprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "One hash a table of each service: equal after equal events.")
  @Flag(help: "Print JSON, one object a table.") var json = false
  @Flag(help: "Print what is left out of it, and why. Needs no server.") var leftOut = false

  func run() async throws {
    guard !leftOut else { return print(LeftOut.text, terminator: "") }
    let books = try await Books.open(Place.fromEnvironment())
    let fingerprint = try await Fingerprint.take(of: books)
    print(json ? try fingerprint.json : fingerprint.text, terminator: "")
    await books.close()
  }
}
