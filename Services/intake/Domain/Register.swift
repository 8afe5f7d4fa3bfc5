public import Vocabulary

/// The part of intake's register that a batch works on: what was read, and what changed.
public struct Register: Sendable, Equatable {
  /// The dossiers, as they stand now.
  public private(set) var dossiers: [HouseholdID: Dossier]
  /// The receptions, as they stand now.
  public private(set) var receptions: [Reception.ID: Reception]
  private var holders: [IdentityKey: [HouseholdID]]

  /// What must be written.
  public private(set) var changes = Changes()

  /// What a batch changed, in the order in which it did.
  public struct Changes: Sendable, Equatable {
    /// The dossiers that are new or know more.
    public var dossiers: Set<HouseholdID> = []
    /// The keys that are new.
    public var keys: [Holding] = []
    /// The receptions that are new or were answered anew.
    public var receptions: Set<Reception.ID> = []
    /// The doubts for an operator.
    public var doubts: [Doubt] = []
  }

  /// A key and a dossier that holds it.
  public struct Holding: Sendable, Hashable {
    /// The key.
    public let key: IdentityKey
    /// The dossier.
    public let household: HouseholdID

    /// A holding made of its parts.
    public init(key: IdentityKey, household: HouseholdID) {
      self.key = key
      self.household = household
    }
  }

  /// A register of what was read.
  public init(
    dossiers: [Dossier] = [], holdings: [Holding] = [], receptions: [Reception] = []
  ) {
    self.dossiers = Dictionary(
      dossiers.map { ($0.household, $0) }, uniquingKeysWith: { first, _ in first })
    self.receptions = Dictionary(
      receptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    holders = [:]
    for holding in Set(holdings) { holders[holding.key, default: []].append(holding.household) }
    for key in holders.keys { holders[key]?.sort() }
  }

  /// The dossiers that hold a key, in the order of their identifiers.
  func holders(of key: IdentityKey) -> [Dossier] {
    (holders[key] ?? []).compactMap { dossiers[$0] }
  }

  /// Keeps a dossier, if it changed.
  mutating func keep(_ dossier: Dossier) {
    guard dossiers[dossier.household] != dossier else { return }
    dossiers[dossier.household] = dossier
    changes.dossiers.insert(dossier.household)
  }

  /// Gives a dossier the keys that nobody contests: a strong key stays with its first dossier.
  mutating func give(_ keys: [IdentityKey], to household: HouseholdID) {
    for key in keys {
      let now = holders[key] ?? []
      guard !now.contains(household), !key.kind.isStrong || now.isEmpty else { continue }
      holders[key] = (now + [household]).sorted()
      changes.keys.append(Holding(key: key, household: household))
    }
  }

  /// Keeps the answer to an event. One that an operator released is answered anew, and keeps the day
  /// on which it was first received.
  mutating func keep(_ reception: Reception) {
    var reception = reception
    if let first = receptions[reception.id] { reception.receivedOn = first.receivedOn }
    receptions[reception.id] = reception
    changes.receptions.insert(reception.id)
  }

  /// Keeps doubts for an operator.
  mutating func keep(_ doubts: [Doubt]) {
    for doubt in doubts where !changes.doubts.contains(doubt) { changes.doubts.append(doubt) }
  }
}
