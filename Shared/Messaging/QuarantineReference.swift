public import Contracts

/// What the sender of a message in quarantine may quote: it says nothing of the message, and is the
/// same whenever it is made.
public enum QuarantineReference {
  /// The reference of the message of that source and identity.
  public static func of(_ service: ServiceName, source: String, id: String) -> String {
    // FNV-1a: nobody gains anything by two messages with one reference.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Array(source.utf8) + [0] + Array(id.utf8) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "\(service.rawValue)-" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func of(_ message: Message, in service: ServiceName) -> String {
    of(service, source: message.key.source, id: message.key.id)
  }
}
