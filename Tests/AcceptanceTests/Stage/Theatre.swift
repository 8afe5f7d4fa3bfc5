import Configuration
import Foundation
import Settings
import Testing
import Vocabulary

@testable import amont_simulator

/// The six services as processes, on the servers of the tests, with a calendar that we turn.
struct Theatre {
  /// Why it cannot open.
  struct Closed: Error, CustomStringConvertible {
    let description: String
  }

  /// Whether `Tests/run` started the servers.
  static let isAvailable =
    ProcessInfo.processInfo.environment["AMONT_TEST_PG_HOST"] != nil
    && ProcessInfo.processInfo.environment["AMONT_TEST_RABBITMQCTL"] != nil

  let simulation: Simulation
  private let script: Process
  private let lifeline: Pipe

  private static let house = House()

  /// Plays something in a theatre of its own, empty at the start, once no other play is on.
  static func play<Outcome: Sendable>(
    _ body: @escaping @Sendable (Simulation) async throws -> Outcome
  ) async throws -> Outcome {
    try await house.alone {
      let theatre = try await open()
      do {
        let outcome = try await body(theatre.simulation)
        await theatre.close()
        return outcome
      } catch {
        let lost = (try? await theatre.simulation.databases.untaken()) ?? []
        await theatre.close()
        throw Closed(description: "\(error); not taken: \(lost.prefix(8))")
      }
    }
  }

  /// Starts the services from the folder of this very program, and waits until all are ready.
  private static func open() async throws -> Theatre {
    let (script, lifeline, output) = (Process(), Pipe(), Pipe())
    // A test's threads block signals, and children inherit that: the services must hear theirs.
    script.executableURL = URL(filePath: "/usr/bin/env")
    script.arguments = ["--default-signal", "/bin/bash", try scriptPath(), programs()]
    script.standardInput = lifeline
    script.standardOutput = output
    try script.run()
    var last = ""
    for await piece in pieces(of: output.fileHandleForReading) {
      last += piece
      guard let line = last.split(separator: "\n").last(where: { $0.hasPrefix("ready ") }),
        last.hasSuffix("\n")
      else { continue }
      let simulation = try await Simulation.open(settings(in: String(line.dropFirst(6))))
      return Theatre(simulation: simulation, script: script, lifeline: lifeline)
    }
    throw Closed(description: "stage.sh ended before the services were ready: " + last)
  }

  private static func pieces(of handle: FileHandle) -> AsyncStream<String> {
    AsyncStream { continuation in
      handle.readabilityHandler = { handle in
        let data = handle.availableData
        if data.isEmpty {
          handle.readabilityHandler = nil
          continuation.finish()
        } else {
          continuation.yield(String(decoding: data, as: UTF8.self))
        }
      }
    }
  }

  /// Stops everything; the script does so too when this process is gone.
  private func close() async {
    await simulation.close()
    await withCheckedContinuation { continuation in
      script.terminationHandler = { _ in continuation.resume() }
      try? lifeline.fileHandleForWriting.close()
    }
  }

  /// The file that the script wrote for the operator's tool: `export NAME='value'` a line.
  private static func settings(in file: String) throws -> ConfigReader {
    var variables: [String: String] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard line.hasPrefix("export AMONT_"), parts.count == 2 else { continue }
      variables[String(parts[0].dropFirst(7))] = parts[1].filter { $0 != "'" }
    }
    return ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
  }

  private static func scriptPath() throws -> String {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "stage.sh").path
    guard FileManager.default.fileExists(atPath: path) else {
      throw Closed(description: "the script of the simulation is not where it was built")
    }
    return path
  }

  private static func programs() -> String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
