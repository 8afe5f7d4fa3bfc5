public import Vocabulary

/// The keys that wrap the households' keys, by number; the last one of the file serves for new
/// ones.
public struct MasterKeys: Sendable {
  /// A household's key as the database keeps it.
  public struct Wrapped: Sendable, Hashable {
    /// The number of the master key.
    public let master: Int
    public let bytes: [UInt8]

    public init(master: Int, bytes: [UInt8]) {
      self.master = master
      self.bytes = bytes
    }
  }

  private let keys: [Int: SealingKey]
  /// The number of the key that serves.
  public let newest: Int

  /// Keys of a file: one a line, a number, a space and 64 hexadecimal digits. Empty lines and those
  /// that begin with `#` say nothing.
  ///
  /// - Throws: ``MasterKeyError`` with everything that is wrong.
  public init(parsing text: String) throws(MasterKeyError) {
    var keys: [Int: SealingKey] = [:]
    var (newest, problems): (Int?, [String]) = (nil, [])
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard words.count == 2, let number = Int(first), Self.numbers.contains(number) else {
        problems.append("line \(place + 1) is not a number, a space and 64 hexadecimal digits")
        continue
      }
      guard let key = Self.bytes(words[1]).flatMap(SealingKey.init) else {
        problems.append("line \(place + 1): the key has not 64 hexadecimal digits")
        continue
      }
      if keys.updateValue(key, forKey: number) != nil {
        problems.append("line \(place + 1): number \(number) is there twice")
      }
      newest = number
    }
    if newest == nil, problems.isEmpty { problems.append("no key is in it") }
    guard let newest, problems.isEmpty else { throw MasterKeyError(problems: problems) }
    self.keys = keys
    self.newest = newest
  }

  /// How a wrapped key begins: as no sealed value does.
  private static let format: UInt8 = 0x01
  private init() { (keys, newest) = ([:], 0) }

  /// No key: it wraps and unwraps nothing.
  public static let none = MasterKeys()

  /// What a number may be.
  private static let numbers = 1...1_000_000

  /// Wraps a household's key under the newest master key.
  ///
  /// - Throws: `SealingError.unavailable` where OpenSSL cannot.
  public func wrap(
    _ key: SealingKey, of household: HouseholdID
  ) throws(SealingError) -> Wrapped {
    guard let master = keys[newest] else { throw .unknownMaster(newest) }
    let nonce = RandomBytes.nonce()
    var bytes = [Self.format] + nonce
    try AES256GCM.seal(
      key.bytes, with: master, nonce: nonce[...], binding: Self.place(of: household, newest),
      into: &bytes)
    return Wrapped(master: newest, bytes: bytes)
  }

  /// A household's key, as the database keeps it.
  ///
  /// - Throws: `SealingError`: `unknownMaster`, or `notGenuine` where it was changed.
  public func unwrap(
    _ wrapped: Wrapped, of household: HouseholdID
  ) throws(SealingError) -> SealingKey {
    guard let master = keys[wrapped.master] else { throw .unknownMaster(wrapped.master) }
    guard wrapped.bytes.first == Self.format else { throw .notGenuine }
    let body = wrapped.bytes.dropFirst()
    let bytes = AES256GCM.open(
      body.dropFirst(AES256GCM.nonceBytes), with: master,
      nonce: body.prefix(AES256GCM.nonceBytes),
      binding: Self.place(of: household, wrapped.master))
    guard let key = bytes.flatMap(SealingKey.init) else { throw .notGenuine }
    return key
  }

  private static func place(of household: HouseholdID, _ master: Int) -> [UInt8] {
    Array("household_key.wrapped \(household) \(master)".utf8)
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    let digits = Array(digits.utf8)
    guard digits.count == 2 * SealingKey.byteCount else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
      guard !pair.hasPrefix("+"), !pair.hasPrefix("-"), let byte = UInt8(pair, radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}

/// Why a file of master keys cannot be used: all of it, without any of its text.
public struct MasterKeyError: Error, Hashable, Sendable {
  public let problems: [String]
}
