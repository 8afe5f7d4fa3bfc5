import AMQP
import Foundation
import Testing

/// How a connection comes about, or why not.
@Suite("Connecting", .enabled(if: Broker.fromEnvironment != nil), .timeLimit(.minutes(5)))
struct ConnectionTests {
  /// The port, the authority and another authority, where the broker also speaks TLS.
  private struct Encrypted {
    let port: Int
    let folder: String

    static var fromEnvironment: Encrypted? {
      let environment = ProcessInfo.processInfo.environment
      guard let port = environment["AMONT_TEST_AMQPS_PORT"].flatMap(Int.init),
        let folder = environment["AMONT_TEST_TLS"]
      else { return nil }
      return Encrypted(port: port, folder: folder)
    }

    func configuration(host: String, authority: String) throws -> AMQPConfiguration {
      var configuration = try #require(Broker.fromEnvironment).configuration
      configuration.host = host
      configuration.port = port
      configuration.tls = .init(caFile: "\(folder)/\(authority).pem")
      return configuration
    }
  }

  @Test("Nobody there, a wrong password and a wrong virtual host are told apart")
  func refused() async throws {
    let good = try #require(Broker.fromEnvironment).configuration
    var nobody = good
    nobody.port = 1
    var stranger = good
    stranger.password += "x"
    var elsewhere = good
    elsewhere.virtualHost = "no-such-host"
    for (configuration, code) in [
      (nobody, AMQPError.Code.connectionFailed), (stranger, .refusedCredentials),
      (elsewhere, .accessRefused),
    ] {
      let error = await #expect(throws: AMQPError.self) {
        _ = try await AMQPPublisher.open(configuration)
      }
      #expect(error?.code == code)
      #expect(error?.description.contains(good.password) == false)
    }
  }

  @Test("The depth of a queue that is missing is not found; its consumer neither")
  func missingQueue() async throws {
    let broker = try #require(Broker.fromEnvironment)
    let depth = await #expect(throws: AMQPError.self) {
      _ = try await broker.depth(of: "no-such-queue")
    }
    #expect(depth?.code == .notFound)
    let consumer = await #expect(throws: AMQPError.self) {
      _ = try await broker.consumer(of: "no-such-queue")
    }
    #expect(consumer?.code == .notFound)
  }

  @Test("Over TLS everything goes as without", .enabled(if: Encrypted.fromEnvironment != nil))
  func encrypted() async throws {
    let encrypted = try #require(Encrypted.fromEnvironment)
    try await Broker.withQueue { broker, queue, _ in
      let configuration = try encrypted.configuration(host: "localhost", authority: "authority")
      let publisher = try await AMQPPublisher.open(configuration)
      let body = [UInt8](repeating: 42, count: 200_000)
      #expect(try await publisher.publish([.to(queue, body)]) == [.confirmed])
      let consumer = try await AMQPConsumer.open(configuration, queues: [queue], prefetch: 1)
      let said = try await broker.evaluate("rabbit_networking:connection_info_all([ssl]).")
      #expect(said.contains("{ssl,true}"))
      #expect(try await consumer.take(1).map(\.body) == [body])
      await consumer.close()
      await publisher.close()
    }
  }

  /// The certificate is for `localhost`, so 127.0.0.1 is another name.
  @Test(
    "A wrong authority and a wrong name are refused",
    .enabled(if: Encrypted.fromEnvironment != nil),
    arguments: [("localhost", "stranger"), ("127.0.0.1", "authority")])
  func wrongCertificate(_ row: (host: String, authority: String)) async throws {
    let encrypted = try #require(Encrypted.fromEnvironment)
    let configuration = try encrypted.configuration(host: row.host, authority: row.authority)
    let error = await #expect(throws: AMQPError.self) {
      _ = try await AMQPPublisher.open(configuration)
    }
    #expect(error?.code == .connectionFailed)
    #expect(error?.detail?.isEmpty == false)
    // It is the check that refuses, and nothing else.
    var careless = configuration
    careless.tls?.verifyPeer = false
    let publisher = try await AMQPPublisher.open(careless)
    await publisher.close()
  }
}
