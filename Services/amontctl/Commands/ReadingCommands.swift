import ArgumentParser
import Contracts
import Vocabulary

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

/// Shows one household's dossier.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "One household's timeline with its deadlines and their articles, in French.")
  @Argument(help: "The dossier's identifier; without it, the dossier with the most to tell.")
  var household: String?

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    if let chosen = try await choice(books) {
      print(try await books.timeline(of: chosen), terminator: "")
    } else {
      print("no dossier yet")
    }
    await books.close()
  }

  private func choice(_ books: Books) async throws -> HouseholdID? {
    guard let household else { return try await books.eventfulHousehold() }
    guard let chosen = HouseholdID(household) else {
      throw ValidationError("not a dossier's identifier: expected a UUID")
    }
    return chosen
  }
}

/// Shows one hash a table.
struct FingerprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "One hash a table of each service, without what a duplicate may change.")
  @Flag(help: "Print JSON, one object a table.") var json = false

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    let fingerprint = try await Fingerprint.take(of: books)
    print(json ? try fingerprint.json : fingerprint.text, terminator: "")
    await books.close()
  }
}
