public import Vocabulary

/// The keys of the households, and of the messages without one, that a piece of work touches: as
/// they were read in its transaction, and never kept beyond it, so that an erasure counts at once.
public struct HouseholdKeys: Sendable {
  private enum Entry: Sendable {
    case key(SealingKey)
    /// Looked for, and not there yet.
    case absent
    /// The key was destroyed.
    case erased
    /// The key is there, and not what was wrapped: its row was changed.
    case unreadable
  }

  private var entries: [HouseholdID: Entry] = [:]

  public init() {}

  /// Whether it was looked for.
  public func holds(_ subject: HouseholdID) -> Bool { entries[subject] != nil }

  /// Whether the key was destroyed.
  public func isErased(_ subject: HouseholdID) -> Bool {
    if case .erased = entries[subject] { true } else { false }
  }

  /// Whether what is sealed for it can be sealed: not before a key was made, nor where its row was
  /// changed.
  public func serves(_ subject: HouseholdID) -> Bool {
    switch entries[subject] {
    case .key, .erased: true
    case .absent, .unreadable, nil: false
    }
  }

  /// Those whose keys were destroyed.
  public var erased: Set<HouseholdID> { Set(entries.keys.filter(isErased)) }

  /// Those of the subjects that have no key yet, in order.
  public func absent(of subjects: Set<HouseholdID>) -> [HouseholdID] {
    subjects.filter { if case .absent = entries[$0] { true } else { false } }.sorted()
  }

  /// Notes that these were looked for.
  public mutating func looked(for subjects: some Sequence<HouseholdID>) {
    for subject in subjects where entries[subject] == nil { entries[subject] = .absent }
  }

  /// Takes in a key.
  public mutating func add(_ key: SealingKey, of subject: HouseholdID) {
    entries[subject] = .key(key)
  }

  /// Takes in that a key was destroyed.
  public mutating func addErased(_ subject: HouseholdID) { entries[subject] = .erased }

  /// Takes in that a key cannot be read: it costs what it seals, and nothing else.
  public mutating func addUnreadable(_ subject: HouseholdID) { entries[subject] = .unreadable }

  /// Seals a value. What is written about a household whose key was destroyed is sealed by a key
  /// that nobody keeps.
  ///
  /// - Parameter place: Table and column.
  /// - Throws: `SealingError.noKey` where the subject was not looked for, or has none yet;
  ///   `notGenuine` where its key was changed.
  public func seal(
    _ plain: [UInt8], of subject: HouseholdID, at place: String
  ) throws(SealingError) -> [UInt8] {
    switch entries[subject] {
    case .key(let key): try SealedForm.seal(plain, of: subject, with: key, at: place)
    case .erased: try SealedForm.seal(plain, of: subject, with: .random(), at: place)
    case .unreadable: throw .notGenuine
    case .absent, nil: throw .noKey
    }
  }

  /// Opens a value; one that is in plain still, of before there were keys, is as it is.
  ///
  /// - Throws: `SealingError`: why it cannot be read.
  public func open(_ bytes: [UInt8], at place: String) throws(SealingError) -> [UInt8] {
    guard let subject = SealedForm.subject(of: bytes) else { return bytes }
    switch entries[subject] {
    case .key(let key): return try SealedForm.open(bytes, with: key, at: place)
    case .erased: throw .erased
    case .unreadable: throw .notGenuine
    case .absent, nil: throw .noKey
    }
  }
}
