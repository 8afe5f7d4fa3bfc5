import AMQP
import Contracts
import Foundation
import Testing
import Vocabulary

@testable import Messaging

/// A virtual host of the test's own on the private broker: what it breaks there disturbs nobody.
struct OwnHost: Sendable {
  let broker: AMQPConfiguration
  private let control: String

  /// Lends one with the exchange and the queues of the services, and deletes it afterwards.
  static func lend(_ body: (OwnHost) async throws -> Void) async throws {
    let servers = try #require(Servers.fromEnvironment)
    let control = try #require(ProcessInfo.processInfo.environment["AMONT_TEST_RABBITMQCTL"])
    var broker = servers.broker
    broker.virtualHost = "runtime-\(UInt64.random(in: 0...UInt64.max))"
    let host = OwnHost(broker: broker, control: control)
    try host.run("add_vhost", broker.virtualHost)
    try host.run("set_permissions", "-p", broker.virtualHost, broker.user, ".*", ".*", ".*")
    do {
      try await host.declare(ExchangeName.services)
      for service in [ServiceName.rehousing, .sagaOrchestrator] {
        try await host.declareQueue(
          service.queue, on: ExchangeName.services, key: service.rawValue)
      }
      try await body(host)
    } catch {
      try? host.run("delete_vhost", broker.virtualHost)
      throw error
    }
    try host.run("delete_vhost", broker.virtualHost)
  }

  func declare(_ exchange: String) async throws {
    try await administer { try await $0.declareExchange(exchange, kind: .direct, durable: true) }
  }

  /// A queue bound to an exchange; with a limit it refuses what is beyond.
  func declareQueue(
    _ name: String, on exchange: String, key: String, limit: Int? = nil
  ) async throws {
    var arguments: [String: HeaderValue] = [:]
    if let limit {
      arguments = ["x-max-length": .int(limit), "x-overflow": .text("reject-publish")]
    }
    try await administer { admin in
      try await admin.declareQueue(
        name, durable: true, exclusive: false, autoDelete: false, arguments: arguments)
      try await admin.bind(queue: name, exchange: exchange, routingKey: key)
    }
  }

  func deleteQueue(_ name: String) async throws {
    try await administer { try await $0.deleteQueue(name) }
  }

  func depth(of queue: String) async throws -> Int {
    try await administer { try await $0.depth(of: queue).messages }
  }

  /// Puts messages into the queue of the service under test.
  func publish(_ count: Int, from first: Int = 0) async throws {
    let publisher = try await AMQPPublisher.open(broker)
    _ = try await publisher.publish(
      (first..<first + count).map { Servers.message(household: $0, rank: 1) })
    await publisher.close()
  }

  private func administer<Answer: Sendable>(
    _ body: (AMQPAdmin) async throws -> Answer
  ) async throws -> Answer {
    let admin = try await AMQPAdmin.open(broker)
    let answer = try await body(admin)
    await admin.close()
    return answer
  }

  private func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: control)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
