import AMQP
import Contracts
import OperatorReading

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The partners' own accounts at the broker: each publishes and reads as itself.
struct PartnerAccounts: Sendable {
  private let accounts: [String: PartnerAccount]
  private let correspondents: [PartnerKind: String]

  /// Opens every account of the file of partners, with the passwords of a folder.
  ///
  /// - Throws: `AMQPError` when the broker refuses one; `OperatorError` without its password.
  static func open(_ partners: [PartnerEntry], secrets: String, at settings: OperatorSettings)
    async throws
    -> PartnerAccounts
  {
    var accounts: [String: PartnerAccount] = [:]
    var correspondents: [PartnerKind: String] = [:]
    for partner in partners {
      guard
        let text = try? String(contentsOfFile: secrets + "/" + partner.name, encoding: .utf8)
      else { throw OperatorError("no password of \(partner.name) in AMONT_PARTNER_SECRETS") }
      let account = settings.brokerConfiguration(
        user: partner.name, password: String(text.prefix { !$0.isNewline }))
      accounts[partner.name] = try await PartnerAccount(partner, account)
      if correspondents[partner.kind] == nil { correspondents[partner.kind] = partner.name }
    }
    return PartnerAccounts(accounts: accounts, correspondents: correspondents)
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
    guard let account = accounts[name] else { throw OperatorError("\(name) has no account") }
    return Lent(name: name, publisher: account.publisher, consumer: account.consumer)
  }

  /// Publishes, each event as its own partner, all partners at the same time; every one is
  /// confirmed.
  ///
  /// - Throws: `OperatorError` when the broker returned or refused one.
  func publish(_ publications: [Publication]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (partner, own) in Dictionary(grouping: publications, by: \.partner) {
        guard let account = accounts[partner] else {
          throw OperatorError("\(partner) is not in the file of partners")
        }
        group.addTask { try await account.publish(own.map(\.message)) }
      }
      try await group.waitForAll()
    }
  }

  /// How many events were published more than once, for the broker was away.
  var publishedAgain: Int { accounts.values.reduce(0) { $0 + $1.publishedAgain } }

  /// Reads every queue until cancelled.
  ///
  /// - Throws: `AMQPError` when the broker stays away; `DecodingError` for a message that is
  ///   neither a receipt nor a notice.
  func read(into office: PostOffice) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for account in accounts.values {
        group.addTask {
          try await account.read {
            try await office.take($0, as: account.partner.name, by: account.partner.kind)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Closes every account.
  func close() async {
    for account in accounts.values { await account.close() }
  }
}
