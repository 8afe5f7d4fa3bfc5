/// Why a value could be neither sealed nor opened. It holds no data.
public enum SealingError: Error, Hashable, Sendable {
  /// OpenSSL or the machine cannot: it would fail for anything else just as well.
  case unavailable
  /// A key is wrapped by a master key of this number, which this process was not given.
  case unknownMaster(Int)
  /// No key is known of the household or message that the value belongs to.
  case noKey
  /// The key was destroyed: the value can be read by nobody any more.
  case erased
  /// The bytes are not what was sealed there: changed, moved from another place, or of another key.
  case notGenuine
}

extension SealingError: CustomStringConvertible {
  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .unavailable: "OpenSSL cannot seal: install its default provider"
    case .unknownMaster(let number):
      "keys are wrapped by master key \(number), which is not in the file of master keys: put it back"
    case .noKey: "a key is missing in household_key: restore the dump of the keys"
    case .erased: "the key was destroyed: nobody can read this any more"
    case .notGenuine: "a sealed value was changed, moved, or sealed by another key"
    }
  }
}
