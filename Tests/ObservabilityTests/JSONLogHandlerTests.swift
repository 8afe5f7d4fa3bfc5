import Foundation
import Logging
import Synchronization
import Testing

@testable import Observability

/// Keeps what a logger writes.
final class Lines: Sendable {
  private let kept = Mutex<[[UInt8]]>([])

  var all: [String] { kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }

  func output(level: Logger.Level = .trace) -> LogOutput {
    LogOutput(
      service: "intake", version: "1.2.0", instance: "intake-1", level: level,
      now: { Timestamp(milliseconds: 1_490_169_600_007) },
      write: { line in self.kept.withLock { $0.append(line) } })
  }

  func logger(_ label: String = "intake", provider: Logger.MetadataProvider? = nil) -> Logger {
    let output = output()
    return Logger(label: label) {
      JSONLogHandler(label: $0, output: output, metadataProvider: provider)
    }
  }

  /// The last line, read by another JSON parser than ours.
  func lastObject() throws -> [String: Any] {
    let line = try #require(all.last)
    #expect(line.last == "\n" && line.filter { $0 == "\n" }.count == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}

@Suite("Log lines")
struct JSONLogHandlerTests {
  private struct Refusal: Error, CustomStringConvertible { let description = "said \"no\"" }

  @Test("A line is one JSON object with the fields in their order")
  func aLineIsOneJSONObject() {
    let lines = Lines()
    var logger = lines.logger()
    logger[metadataKey: "message.id"] = "m-1"
    logger.info("Debt plan admitted", metadata: ["batch.size": "\(3)"])
    #expect(
      lines.all == [
        #"{"ts":"2017-03-22T08:00:00.007Z","level":"info","msg":"Debt plan admitted","#
          + #""service":"intake","version":"1.2.0","instance":"intake-1","batch.size":"3","#
          + #""message.id":"m-1"}"# + "\n"
      ])
  }

  @Test("A personal value is masked wherever it stands")
  func aPersonalValueIsMasked() throws {
    let lines = Lines()
    let name = "Jeanne Fixture"
    var logger = lines.logger()
    logger[metadataKey: "bound"] = "\(personal: name)"
    logger.warning(
      "Plan refused",
      metadata: [
        "tenant": "\(personal: name)", "around": "Mme \(personal: name), 2nd floor",
        "nested": ["deep": ["er": "\(personal: name)"]],
        "list": ["a", "\(personal: name)"], "listed": [["k": "\(personal: name)"]],
        "far": [["k": [["k": [["k": [["k": "\(personal: name)"]]]]]]]],
      ])
    let object = try lines.lastObject()
    #expect(lines.all.allSatisfy { !$0.contains("Jeanne") && !$0.contains("floor") })
    for key in ["tenant", "around", "nested.deep.er", "bound"] {
      #expect(object[key] as? String == "[personal]")
    }
    #expect(object["list"] as? [String] == ["a", "[personal]"])
  }

  @Test(
    "Any text survives, escaped",
    arguments: [
      "", "plain", "\"quoted\" \\ back", "line\nbreak\r\n\ttab", "\u{0}\u{1}\u{1F}\u{7F}",
      "trêve – 1 830,00 €", "👩‍⚖️ \u{2028}", "</script>",
    ])
  func anyTextSurvives(_ text: String) throws {
    let lines = Lines()
    lines.logger().error("\(text)", metadata: ["k\(text)": .string(text)])
    let object = try lines.lastObject()
    #expect(object["msg"] as? String == text)
    #expect(object["k\(text)"] as? String == text)
  }

  @Test("An error is written with its type, after the metadata")
  func anErrorIsWritten() throws {
    let lines = Lines()
    lines.logger().error("Broker lost", error: Refusal(), metadata: ["zone": "z"])
    let object = try lines.lastObject()
    #expect(object["error.type"] as? String == "Refusal")
    #expect(object["error"] as? String == "said \"no\"")
    #expect(
      lines.all[0].hasSuffix(#""zone":"z","error.type":"Refusal","error":"said \"no\""}"# + "\n"))
  }

  @Test("Metadata cannot overwrite our own fields", arguments: ["ts", "level", "msg", "error"])
  func metadataCannotOverwriteOurFields(_ key: String) throws {
    let lines = Lines()
    lines.logger().error("Stop", error: Refusal(), metadata: [key: "forged"])
    let object = try lines.lastObject()
    #expect(object["metadata.\(key)"] as? String == "forged")
    #expect(object[key] as? String != "forged")
  }

  @Test("The event's metadata wins over the provider's, and that over the logger's")
  func theEventsMetadataWins() throws {
    let lines = Lines()
    let provider = Logger.MetadataProvider { ["a": "provider", "b": "provider"] }
    var logger = lines.logger(provider: provider)
    for key in ["a", "b", "c"] { logger[metadataKey: key] = "logger" }
    logger.info("Hello", metadata: ["a": "event"])
    let object = try lines.lastObject()
    #expect(["a", "b", "c"].map { object[$0] as? String } == ["event", "provider", "logger"])
  }

  @Test("A library's line names its logger")
  func aLibrarysLineNamesItsLogger() throws {
    let lines = Lines()
    lines.logger("amqp").info("Connected")
    #expect(try lines.lastObject()["logger"] as? String == "amqp")
  }

  @Test("Long values are cut between characters", arguments: [0, 1, 2, 3])
  func longValuesAreCut(_ shift: Int) throws {
    let lines = Lines()
    let text = String(repeating: "x", count: shift) + String(repeating: "🏠", count: 2_000)
    lines.logger().info("Long", metadata: ["text": .string(text)])
    let value = try #require(try lines.lastObject()["text"] as? String)
    #expect(value.hasSuffix("🏠…"))
    #expect(
      (JSONLogHandler.maximumValueBytes - 4...JSONLogHandler.maximumValueBytes + 3)
        .contains(value.utf8.count))
  }

  @Test("A line stops growing, and says so")
  func aLineStopsGrowing() throws {
    let lines = Lines()
    let text = String(repeating: "x", count: 1_000)
    var metadata: Logger.Metadata = ["0": .array(Array(repeating: .string(text), count: 500))]
    for index in 1...500 { metadata["\(index)"] = .string(text) }
    lines.logger().error("Flood", error: Refusal(), metadata: metadata)
    let object = try lines.lastObject()
    #expect(lines.all[0].utf8.count < JSONLogHandler.maximumLineBytes + 1_000)
    #expect(object["log.truncated"] as? Bool == true)
    #expect(object["error.type"] as? String == "Refusal")
  }

  @Test("A logger may have a level of its own")
  func aLoggerMayHaveALevelOfItsOwn() {
    let lines = Lines()
    let output = lines.output(level: .info)
    let logger = Logger(label: "intake") { JSONLogHandler(label: $0, output: output) }
    var verbose = logger
    verbose.logLevel = .trace
    logger.debug("unseen")
    verbose.debug("seen")
    #expect(lines.all.count == 1)
  }

  @Test("Lines of many threads never mix")
  func linesOfManyThreadsNeverMix() async {
    let lines = Lines()
    let logger = lines.logger()
    await withTaskGroup { group in
      for task in 0..<8 {
        group.addTask { for _ in 0..<200 { logger.info("Line", metadata: ["task": "\(task)"]) } }
      }
    }
    #expect(lines.all.count == 1_600)
    #expect(lines.all.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}\n") })
  }
}

@Suite("Timestamps")
struct TimestampTests {
  @Test(
    "An instant is written as RFC 3339 in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_490_169_600_007, "2017-03-22T08:00:00.007Z"),
      (951_782_399_999, "2000-02-28T23:59:59.999Z"),
      (4_102_444_800_000, "2100-01-01T00:00:00.000Z"),
    ])
  func anInstantIsWritten(_ row: (milliseconds: Int64, text: String)) {
    #expect(Timestamp(milliseconds: row.milliseconds).description == row.text)
  }
}
