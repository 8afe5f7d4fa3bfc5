import ArgumentParser
import OperatorReading

/// Shows how far the households came.
struct FunnelCommand: AsyncParsableCommand, DeclaredCommand {
  static let data = ShownData.nothingPersonal("counts households")
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: "How many households reached each stage.")

  func run() async throws {
    let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
    print(try await databases.funnel().table, terminator: "")
    await databases.close()
  }
}

/// Shows one hash a table.
struct FingerprintCommand: RecordedReading {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "One hash a table of each service: equal after equal events.")
  @Flag(help: "Print JSON, one object a table.") var json = false
  @Flag(help: "Print what is left out of it, and why. Needs no server.") var leftOut = false
  @Option(help: "Print the rows behind one line, SERVICE.TABLE, for diff (personal data).")
  var rows: String?
  @OptionGroup var reader: ReaderOptions
  static let name = "fingerprint --rows"
  var archiveAccess: ArchiveAccess { .open("compares whole tables, after a replay or a restore") }

  /// What was asked for.
  enum Answer {
    case leftOut
    case hashes(Fingerprint)
    case rows([String])
  }

  var isPersonal: Bool { rows != nil && !leftOut }

  func find(_ settings: OperatorSettings) async throws -> Answer {
    guard !leftOut else { return .leftOut }
    let databases = try await ServiceDatabases.open(settings)
    let answer: Answer =
      if let rows {
        .rows(try await Fingerprint.rows(of: rows, in: databases))
      } else {
        .hashes(try await Fingerprint.take(of: databases))
      }
    await databases.close()
    return answer
  }

  func subject(of answer: Answer) -> ReadingSubject {
    ReadingSubject(dossiers: [], isWhole: true, scope: "la table \(rows ?? "")")
  }

  func show(_ answer: Answer) throws {
    switch answer {
    case .leftOut: print(LeftOut.text, terminator: "")
    case .hashes(let fingerprint):
      print(json ? try fingerprint.json : fingerprint.text, terminator: "")
    case .rows(let rows): for row in rows { print(row) }
    }
  }
}
