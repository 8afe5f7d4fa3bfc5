import AMQP
import Contracts
import OperatorReading
import Vocabulary

/// What the simulated partners received: receipts and notices, each message counted once, however
/// often the broker delivered it.
actor PostOffice {
  /// Messages of Amont to partners, once each.
  private(set) var messages = 0
  /// Receipts by the machine code of their verdict.
  private(set) var verdicts: [String: Int] = [:]
  /// Refusals that no partner provoked on purpose, by what they say.
  private(set) var unexpectedRefusals: [String: Int] = [:]
  /// Messages by what they say and who received them.
  private(set) var counts: [PostReport.Line: Int] = [:]
  /// Why nobody reads the queues any more.
  private(set) var failure: (any Error)?
  private var wrong: Set<String> = []
  private var taken: Set<String> = []
  private var awaited: [String: Int] = [:]
  /// Events that wait for their dossier, and will be answered a second time.
  private var early: Set<String> = []
  private var notices: [(reader: PartnerKind, notice: Notice)] = []
  private var receipts: [(event: String, dossier: HouseholdID)] = []

  /// Events that are about to be published: each publication gets a receipt, and those of `wrong`
  /// a refusal.
  func expect(_ publications: [Publication], wrong: Set<String>) {
    for publication in publications { awaited[publication.key, default: 0] += 1 }
    self.wrong.formUnion(wrong)
  }

  /// Nobody reads any more, because of an error.
  func fail(_ error: any Error) { failure = failure ?? error }

  /// Starts counting where the databases stand: what came before was read by another play.
  func startAt(_ count: Int) { messages = count }

  /// Publications whose receipt has not come.
  var unanswered: Int { awaited.count }

  /// Takes what one partner's queue delivered.
  ///
  /// - Throws: `DecodingError` for a message that is neither a receipt nor a notice.
  func take(_ deliveries: [Delivery], as account: String, by reader: PartnerKind) throws {
    for delivery in deliveries {
      let headers = delivery.properties.headers
      guard case .text(let source) = headers["ce-source"], case .text(let id) = headers["ce-id"],
        taken.insert(source + " " + id).inserted
      else { continue }
      messages += 1
      if case .text(Receipt.type) = headers["ce-type"] {
        let receipt = try Wire.decode(Receipt.self, from: delivery.body)
        counts[PostReport.Line(receipt, to: reader), default: 0] += 1
        take(receipt, by: account)
      } else {
        let notice = try Wire.decode(Notice.self, from: delivery.body)
        counts[PostReport.Line(notice, to: reader), default: 0] += 1
        notices.append((reader, notice))
      }
    }
  }

  /// Takes one receipt of an account.
  func take(_ receipt: Receipt, by account: String) {
    var verdict = receipt.statut.rawValue + " " + receipt.code
    let event = account + " " + receipt.evenement
    if receipt.statut == .refuse {
      verdict += " (" + receipt.type + " : " + receipt.texte + ")"
      if !wrong.contains(event) { unexpectedRefusals[verdict, default: 0] += 1 }
    }
    verdicts[verdict, default: 0] += 1
    if let dossier = receipt.dossier { receipts.append((receipt.evenement, dossier)) }
    if receipt.statut != .doublon, early.remove(event) != nil { return }
    if receipt.statut == .accepte, receipt.code == "accepte.en-attente" { early.insert(event) }
    guard let left = awaited[event] else { return }
    awaited[event] = left > 1 ? left - 1 : nil
  }

  /// Hands the post of the day over.
  func handOver() -> (
    receipts: [(event: String, dossier: HouseholdID)],
    notices: [(reader: PartnerKind, notice: Notice)]
  ) {
    defer {
      receipts = []
      notices = []
    }
    return (receipts, notices)
  }
}
