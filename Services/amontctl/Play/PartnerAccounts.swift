import AMQP
import Contracts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The partners' own accounts at the broker: each publishes and reads as itself.
struct PartnerAccounts: Sendable {
  /// The most deliveries that one turn of reading takes.
  private static let readLimit = 500

  private let publishers: [String: AMQPPublisher]
  private let consumers: [(partner: PartnerEntry, consumer: AMQPConsumer)]
  private let correspondents: [PartnerKind: String]

  /// Opens every account of the file of partners, with the passwords of a folder.
  ///
  /// - Throws: `AMQPError` when the broker refuses one; `OperatorError` without its password.
  static func open(_ partners: [PartnerEntry], secrets: String, at place: Place) async throws
    -> PartnerAccounts
  {
    var publishers: [String: AMQPPublisher] = [:]
    var consumers: [(partner: PartnerEntry, consumer: AMQPConsumer)] = []
    var correspondents: [PartnerKind: String] = [:]
    for partner in partners {
      guard
        let text = try? String(contentsOfFile: secrets + "/" + partner.name, encoding: .utf8)
      else { throw OperatorError("no password of \(partner.name) in AMONT_PARTNER_SECRETS") }
      let account = place.brokerConfiguration(
        user: partner.name, password: String(text.prefix { !$0.isNewline }))
      publishers[partner.name] = try await AMQPPublisher.open(account)
      let queue = QueueName.partner(partner.name)
      consumers.append(
        (partner, try await AMQPConsumer.open(account, queues: [queue], prefetch: readLimit)))
      if correspondents[partner.kind] == nil { correspondents[partner.kind] = partner.name }
    }
    return PartnerAccounts(
      publishers: publishers, consumers: consumers, correspondents: correspondents)
  }

  /// The account that speaks for a kind of partners.
  func account(of kind: PartnerKind) throws -> String {
    guard let name = correspondents[kind] else {
      throw OperatorError("the file of partners has no \(kind.rawValue)")
    }
    return name
  }

  /// One partner's account, for whoever reads its queue alone.
  struct Lent: Sendable {
    let name: String, publisher: AMQPPublisher, consumer: AMQPConsumer
  }

  /// The account that speaks for a kind of partners, while `read` does not read it.
  func lend(_ kind: PartnerKind) throws -> Lent {
    let name = try account(of: kind)
    guard let publisher = publishers[name],
      let consumer = consumers.first(where: { $0.partner.name == name })?.consumer
    else { throw OperatorError("\(name) has no account") }
    return Lent(name: name, publisher: publisher, consumer: consumer)
  }

  /// Publishes, each event as its own partner, all partners at the same time; every one is
  /// confirmed.
  ///
  /// - Throws: `OperatorError` when the broker returned or refused one.
  func publish(_ publications: [Publication]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (partner, own) in Dictionary(grouping: publications, by: \.partner) {
        guard let publisher = publishers[partner] else {
          throw OperatorError("\(partner) is not in the file of partners")
        }
        group.addTask {
          for outcome in try await publisher.publish(own.map(\.message))
          where outcome != .confirmed {
            throw OperatorError("the broker did not take an event of \(partner): \(outcome)")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Reads every queue until cancelled.
  ///
  /// - Throws: `AMQPError` when a connection is lost; `DecodingError` for a message that is neither a
  ///   receipt nor a notice.
  func read(into office: PostOffice) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (partner, consumer) in consumers {
        group.addTask {
          while !Task.isCancelled {
            let deliveries = try await consumer.next(atMost: Self.readLimit)
            try await office.take(deliveries, as: partner.name, by: partner.kind)
            consumer.acknowledge(deliveries.map(\.tag))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Closes every account.
  func close() async {
    for publisher in publishers.values { await publisher.close() }
    for (_, consumer) in consumers { await consumer.close() }
  }
}
