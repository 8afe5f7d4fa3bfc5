import Dispatch
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Observability

extension HealthServer.Limits {
  /// Limits that no machine is slow enough to reach: a test that is about one sets that one.
  fileprivate static var patient: Self {
    var limits = Self()
    limits.head = .seconds(3_600)
    limits.exchange = .seconds(3_600)
    limits.check = .seconds(3_600)
    limits.shutdown = .seconds(3_600)
    return limits
  }
}

/// Runs a server on a free port for as long as `body` takes, then cancels it.
private func withServer(
  checks: [ReadinessCheck] = [], limits: HealthServer.Limits = .patient,
  clock: any Clock<Duration> = ContinuousClock(), logger: Logger = Lines().logger(),
  _ body: (HealthServer) async throws -> Void
) async throws {
  let metrics = PrometheusRegistry(service: "intake", version: "1.2.0", clock: clock)
  let server = try HealthServer(
    host: "127.0.0.1", port: 0, checks: checks, metrics: metrics, logger: logger, limits: limits,
    clock: clock, now: { Timestamp(milliseconds: 0) })
  try await withThrowingTaskGroup { group in
    group.addTask { try await server.run() }
    try await body(server)
    group.cancelAll()
    try await group.waitForAll()
  }
}

/// The server answers a newcomer at once, whatever others do to it.
private func expectAlive(_ server: HealthServer) async throws {
  let answer = try await Client(port: server.port).get("/livez")
  #expect(answer.status == 200)
}

@Suite("The health server", .timeLimit(.minutes(10)))
struct HealthServerTests {
  @Test(
    "Each path has its answer",
    arguments: [
      ("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n", "200 OK"),
      ("GET /livez?verbose HTTP/1.0\n\n", "200 OK"),
      ("GET /readyz HTTP/1.1\r\n\r\n", "200 OK"),
      ("GET /metrics HTTP/1.1\r\n\r\n", "200 OK"),
      ("GET / HTTP/1.1\r\n\r\n", "404 Not Found"),
      ("GET /livez/ HTTP/1.1\r\n\r\n", "404 Not Found"),
      ("GET /../livez HTTP/1.1\r\n\r\n", "404 Not Found"),
      ("POST /livez HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "405 Method Not Allowed"),
      ("GET http://x/livez HTTP/1.1\r\n\r\n", "400 Bad Request"),
      ("GET /livez\r\n\r\n", "400 Bad Request"), ("\r\n\r\n", "400 Bad Request"),
      ("GET /livez HTTP/2\r\n\r\n", "400 Bad Request"),
      ("\u{0}\u{1}\u{2}\r\n\r\n", "400 Bad Request"),
    ])
  func eachPathHasItsAnswer(_ row: (request: String, status: String)) async throws {
    try await withServer { server in
      let answer = try await Client(port: server.port).exchange(row.request)
      #expect(answer.hasPrefix("HTTP/1.1 \(row.status)\r\n"))
      #expect(answer.contains("\r\nConnection: close\r\n"))
    }
  }

  @Test("HEAD is answered with the length and without the body")
  func headHasNoBody() async throws {
    try await withServer { server in
      let answer = try await Client(port: server.port).exchange("HEAD /livez HTTP/1.1\r\n\r\n")
      #expect(answer.contains("Content-Length: 3\r\n"))
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test("A request may come byte by byte")
  func aRequestMayComeByteByByte() async throws {
    try await withServer { server in
      let client = try Client(port: server.port)
      for byte in "GET /livez HTTP/1.1\r\n\r\n" { await client.send(String(byte)) }
      let answer = await client.receiveAll()
      #expect(answer?.hasSuffix("OK\n") == true)
    }
  }

  @Test("A service is ready when every check is well")
  func aServiceIsReadyWhenEveryCheckIsWell() async throws {
    let database = ReadinessCheck(name: "database") { .ready }
    let broker = ReadinessCheck(name: "broker") { .notReady("refused \"amqp\"") }
    try await withServer(checks: [database]) { server in
      let answer = try await Client(port: server.port).get("/readyz")
      #expect(answer.status == 200)
      #expect(
        answer.body == """
          {"status":"ready","checks":[{"name":"database","ok":true,"reason":"",\
          "since":"1970-01-01T00:00:00.000Z"}]}

          """)
    }
    try await withServer(checks: [database, broker]) { server in
      let answer = try await Client(port: server.port).get("/readyz")
      #expect(answer.status == 503)
      #expect(
        answer.body.hasPrefix(#"{"status":"not ready","checks":[{"name":"database","ok":true"#))
      #expect(answer.body.contains(#""name":"broker","ok":false,"reason":"refused \"amqp\"""#))
    }
  }

  @Test("A check that hangs is not ready, and liveness does not mind")
  func aCheckThatHangsIsNotReady() async throws {
    let gate = Gate()
    let clock = HandClock()
    let check = ReadinessCheck(name: "database") {
      await gate.wait()
      return .ready
    }
    var limits = HealthServer.Limits.patient
    limits.check = .seconds(2)
    try await withServer(checks: [check], limits: limits, clock: clock) { server in
      async let answer = Client(port: server.port).get("/readyz")
      try await expectAlive(server)
      clock.endOneSleep()
      let (status, body) = try await answer
      #expect(status == 503)
      #expect(body.contains(#""reason":"no answer within 2.0 seconds""#))
    }
    gate.open()
  }

  @Test("Who drains is not ready, and alive")
  func whoDrainsIsNotReady() async throws {
    try await withServer(checks: [ReadinessCheck(name: "database") { .ready }]) { server in
      server.drain()
      let answer = try await Client(port: server.port).get("/readyz")
      #expect(answer.status == 503)
      #expect(answer.body.hasPrefix(#"{"status":"draining","#))
      try await expectAlive(server)
    }
  }

  @Test("Shutdown answers who is waiting, as draining, and frees the port")
  func shutdownAnswersWhoIsWaiting() async throws {
    let gate = Gate()
    let asked = Gate()
    let check = ReadinessCheck(name: "database") {
      asked.open()
      await gate.wait()
      return .ready
    }
    let server = try HealthServer(
      host: "127.0.0.1", port: 0, checks: [check],
      metrics: PrometheusRegistry(service: "s", version: "1"), logger: Lines().logger(),
      limits: .patient)
    let group = ServiceGroup(
      services: [server], gracefulShutdownSignals: [], cancellationSignals: [],
      logger: Lines().logger())
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      async let answer = Client(port: server.port).get("/readyz")
      await asked.wait()
      await group.triggerGracefulShutdown()
      // It says that it drains before it stops listening.
      while (try? Client(port: server.port)) != nil { await Task.yield() }
      gate.open()
      let (status, body) = try await answer
      #expect(status == 503)
      #expect(body.contains("draining"))
      try await tasks.waitForAll()
    }
    #expect(throws: Client.Refused.self) { try Client(port: server.port) }
    await #expect(throws: HealthServerError.alreadyRun) { try await server.run() }
  }

  @Test("An address that cannot be had is refused", arguments: ["203.0.113.7", "example.org", ""])
  func anAddressThatCannotBeHadIsRefused(_ host: String) {
    #expect(throws: HealthServerError.self) {
      try HealthServer(
        host: host, port: 0, checks: [],
        metrics: PrometheusRegistry(service: "s", version: "1"), logger: Lines().logger())
    }
  }

  @Test("A port that is taken is refused, and IPv6 is served")
  func aPortThatIsTakenIsRefused() async throws {
    try await withServer { server in
      #expect(throws: HealthServerError.self) {
        try ListeningSocket.open(host: "localhost", port: server.port)
      }
    }
    #expect(try ListeningSocket.open(host: "::1", port: 0).port > 0)
  }
}

@Suite("Hostile clients of the health server", .timeLimit(.minutes(10)))
struct HostileClientTests {
  @Test("A head without an end is refused at its limit")
  func aHeadWithoutAnEndIsRefused() async throws {
    try await withServer { server in
      let head = "GET /livez HTTP/1.1\r\nX: " + String(repeating: "x", count: 8_192)
      let answer = try await Client(port: server.port).exchange(head)
      #expect(answer.contains(" 431 "))
    }
  }

  @Test("Who never ends a request is dropped after the limit")
  func whoNeverEndsARequestIsDropped() async throws {
    var limits = HealthServer.Limits.patient
    limits.head = .milliseconds(50)
    try await withServer(limits: limits) { server in
      let silent = try Client(port: server.port)
      await silent.send("GET /livez")
      let received = await silent.receiveAll()
      #expect(received == "")
    }
  }

  @Test("Who reads nothing of a long answer is dropped after the limit")
  func whoReadsNothingIsDropped() async throws {
    var limits = HealthServer.Limits.patient
    limits.exchange = .milliseconds(50)
    let listening = try ListeningSocket.open(host: "127.0.0.1", port: 0)
    let mailbox = try HealthMailbox()
    // More than the sockets of both sides can hold.
    let answer = [UInt8](repeating: UInt8(ascii: "x"), count: 64_000_000)
    await withTaskGroup { [limits] group in
      group.addTask {
        await withCheckedContinuation { done in
          DispatchQueue(label: "loop").async {
            var loop = HealthLoop(listener: listening.socket, mailbox: mailbox, limits: limits) {
              mailbox.answer($0.connection, with: answer)
              return true
            }
            loop.run()
            done.resume()
          }
        }
      }
      let greedy = try? Client(port: listening.port)
      await greedy?.send("GET /readyz HTTP/1.1\r\n\r\n")
      let wasReset = await greedy?.waitUntilReset()
      #expect(wasReset == true)
      greedy?.close()
      mailbox.stop()
    }
  }

  @Test("A crowd of silent clients gives way to one that asks")
  func aCrowdGivesWay() async throws {
    var limits = HealthServer.Limits.patient
    limits.connections = 8
    try await withServer(limits: limits) { server in
      let crowd = try (0..<40).map { _ in try Client(port: server.port) }
      // They are taken in the order in which they came, so an answer says that all were taken.
      for _ in 0..<10 { try await expectAlive(server) }
      // The first to come were the first to go, and none went without need.
      let displaced = crowd.count + 1 - limits.connections
      for client in crowd[..<displaced] {
        let received = await client.receiveAll()
        #expect(received == "")
      }
      for client in crowd[displaced...] {
        let answer = try await client.get("/livez")
        #expect(answer.status == 200)
      }
    }
  }

  @Test("Who leaves before the answer does no harm")
  func whoLeavesDoesNoHarm() async throws {
    try await withServer { server in
      for _ in 0..<50 {
        let client = try Client(port: server.port)
        await client.send("GET /metrics HTTP/1.1\r\n\r\n")
        client.close()
      }
      try await expectAlive(server)
    }
  }

  @Test("Many ask at once and all are answered")
  func manyAskAtOnce() async throws {
    try await withServer(checks: [ReadinessCheck(name: "database") { .ready }]) { server in
      try await withThrowingTaskGroup { group in
        for index in 0..<200 {
          let path = ["/livez", "/readyz", "/metrics"][index % 3]
          group.addTask { try await Client(port: server.port).get(path).status }
          guard index >= 32 else { continue }
          let status = try await group.next()
          #expect(status == 200)
        }
        for try await status in group { #expect(status == 200) }
      }
    }
  }
}
