import AMQP
import Contracts
import Foundation
import OperatorReading
import Testing

@testable import amontctl

/// What the accounts of `deploy/lib/roles.sh` may do on a real broker.
@Suite("The rights of accounts", .enabled(if: Laboratory.isOpen), .timeLimit(.minutes(5)))
struct RightsTests {
  /// A dot in a name is no wildcard: `a-b` would be let in where `a.b` is at home.
  private static let partners = ["a.b", "a-b"]

  @Test("A partner publishes to its own exchange and to the shared one, and reads its own queue")
  func rights() async throws {
    try await Laboratory.use { laboratory in
      let entries = Self.partners.map { PartnerEntry(name: $0, kind: .caf) }
      _ = try await Topology(partners: entries).declare(at: laboratory.broker)
      let passwords = try await Self.importAccounts(laboratory)
      func account(_ name: String) throws -> AMQPConfiguration {
        var account = laboratory.broker
        (account.user, account.password) = (name, try #require(passwords[name]))
        return account
      }
      for (exchange, isOpen) in [
        ("amont.intake.a.b", true), ("amont.intake", true), ("amont.intake.a-b", false),
        ("amont.services", false), ("amont.partners", false), ("amont.dead", false), ("", false),
      ] {
        let mayWrite = await Self.mayWrite(exchange, as: try account("a.b"))
        #expect(mayWrite == isOpen, "a.b to \(exchange)")
      }
      for (name, queue, isOpen) in [
        ("a.b", "amont.partner.a.b", true), ("a.b", "amont.partner.a-b", false),
        ("a.b", "amont.intake.a.b", false), ("a.b", "amont.intake.a.b.dead", false),
        ("intake", "amont.intake.a.b", true), ("intake", "amont.intake.a.b.dead", true),
        ("intake", "amont.intake.dead", true), ("intake", "amont.rehousing", false),
        ("rehousing", "amont.rehousing.dead", true), ("rehousing", "amont.intake.dead", false),
        ("intake", "amont.partner.a.b", false),
      ] {
        let absent = try await AMQPConsumer.absent(of: [queue], at: try account(name))
        let expected = isOpen ? [] : [AbsentQueue(queue, reason: .accessRefused)]
        #expect(absent == expected, "\(name) from \(queue)")
      }
    }
  }

  private static func mayWrite(_ exchange: String, as account: AMQPConfiguration) async -> Bool {
    do {
      let publisher = try await AMQPPublisher.open(account)
      let outcome = try await publisher.publish([
        OutboundMessage(exchange: exchange, routingKey: "test", body: [])
      ])
      await publisher.close()
      return outcome == [.confirmed]
    } catch {
      return false
    }
  }

  /// Makes the accounts as a deployment does, in this laboratory's virtual host; their passwords.
  private static func importAccounts(_ laboratory: Laboratory) async throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = FileManager.default.temporaryDirectory.appending(
      path: laboratory.broker.virtualHost)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = """
      set -euo pipefail
      . "$1/deploy/lib/common.sh"; . "$1/deploy/lib/servers.sh"; . "$1/deploy/lib/roles.sh"
      secrets="$2" AMONT_VHOST="$3"
      shift 3
      make_secrets "$secrets" "$@"
      # The administrator is that of the tests, and stays so.
      broker_definitions "$secrets" "$@"
      """
    let text = try await Laboratory.run(
      "/bin/bash",
      ["-c", script, "accounts", root, folder.path, laboratory.broker.virtualHost] + partners)
    var definitions = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]])
    let administrator = laboratory.broker.user
    for (list, key) in [("users", "name"), ("permissions", "user")] {
      definitions[list]?.removeAll { $0[key] as? String == administrator }
    }
    let json = try JSONSerialization.data(withJSONObject: definitions)
    try await laboratory.importDefinitions(String(decoding: json, as: UTF8.self))
    var passwords: [String: String] = [:]
    let services = ServiceName.allCases.map(\.rawValue)
    for (kind, names) in [("partners", partners), ("broker", services)] {
      for name in names {
        passwords[name] = try String(
          contentsOf: folder.appending(path: kind + "/" + name), encoding: .utf8)
      }
    }
    return passwords
  }
}
