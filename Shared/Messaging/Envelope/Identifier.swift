import AMQP
import Vocabulary

/// The identifier under which a message is kept and answered: its own, or where that cannot be,
/// what its sender can recognise it by. Never the same for two messages that differ.
struct Identifier {
  /// Characters of an identifier that are shown where not all of it can be.
  private static let shownStart = 120

  let text: String
  /// Whether it is the sender's own, whole.
  let isWhole: Bool

  /// - Parameters:
  ///   - written: What the sender wrote.
  ///   - longest: The most characters that are kept.
  ///   - isDoubtful: Whether it was found unfit, or is only one of two.
  init(of written: String?, in delivery: Delivery, atMost longest: Int, isDoubtful: Bool = false) {
    let written = written ?? ""
    let isBlank = written.allSatisfy(\.isWhitespace)
    let shown = StorableText.printable(written, atMost: longest)
    isWhole = !isDoubtful && !isBlank && shown == written
    if isWhole {
      text = written
    } else if isBlank {
      text = "sans-id-" + Self.fingerprint(delivery)
    } else {
      let start = StorableText.printable(written, atMost: Self.shownStart)
      text = start + "…" + Self.fingerprint(delivery)
    }
  }

  /// FNV-1a over what arrived: the same unreadable message twice is the same message.
  private static func fingerprint(_ delivery: Delivery) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    mix(delivery.body)
    mix(String(delivery.bodySize).utf8)
    let properties = delivery.properties
    for text in [properties.messageID, properties.type, properties.correlationID] {
      mix((text ?? "").utf8)
    }
    for (name, value) in properties.headers.sorted(by: { $0.key < $1.key })
    where !brokersOwn.contains(name) {
      mix(name.utf8)
      mix(value.fingerprint.utf8)
    }
    return String(hash, radix: 16)
  }

  /// What the broker adds to a message as it delivers it again.
  private static let brokersOwn: Set<String> = [
    "x-delivery-count", "x-acquired-count", "x-death", "x-first-death-exchange",
    "x-first-death-queue", "x-first-death-reason", "x-last-death-exchange", "x-last-death-queue",
    "x-last-death-reason",
  ]
}

extension HeaderValue {
  /// The same text for the same value; entries of tables are not looked at.
  fileprivate var fingerprint: String {
    switch self {
    case .text(let text): text
    case .bytes(let bytes): bytes.description
    case .int(let number): String(number)
    case .bool(let flag): String(flag)
    case .number(let text): text
    case .time(let seconds): String(seconds)
    case .list(let values): values.map(\.fingerprint).joined(separator: ",")
    case .table, .nothing, .other: ""
    }
  }
}
