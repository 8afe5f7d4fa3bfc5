import Contracts
public import Vocabulary

/// The part of intake's register that a batch works on: what was read, and what changed.
public struct Register: Sendable, Equatable {
  public private(set) var dossiers: [HouseholdID: Dossier]
  public private(set) var receptions: [Reception.ID: Reception]
  /// What the accepted events said, where the past was read.
  public private(set) var contributions: [Reception.ID: Contribution]
  /// What the services were told and not told back, where the past was read, in order.
  private(set) var told: [SentToService]
  private var holders: [IdentityKey: [HouseholdID]]
  /// The events that wait for a dossier with a key of this batch.
  public private(set) var waiting: [Reception.ID: WaitingEvent]
  /// How many events of a sender wait, as far as it was asked.
  private var waitingBySender: [String: Int]
  /// Every key that was given to a dossier by this batch, in order.
  private(set) var given: [IdentityKey] = []

  public private(set) var changes = Changes()

  /// What a batch changed, in the order in which it did.
  public struct Changes: Sendable, Equatable {
    /// The dossiers that are new or know more.
    public var dossiers: Set<HouseholdID> = []
    public var keys: [Holding] = []
    /// The receptions that are new or were answered anew.
    public var receptions: Set<Reception.ID> = []
    public var doubts: [Doubt] = []
    /// The accounts of which nothing shows what ties them to a dossier.
    public var unproven: [UnprovenRelation] = []
    /// The accounts of which something shows it now.
    public var settled: [SettledRelation] = []
    /// The contributions that are new or were rectified, in the order in which they came.
    public var contributions: [Reception.ID] = []
    /// The keys that no event gives any more.
    public var lostKeys: [Holding] = []
    /// The dossiers that were told again from nothing: their old rows go.
    public var retold: Set<HouseholdID> = []
    /// The decisions that joined or parted dossiers.
    public var fusions: [FusionLine] = []
    /// The events that wait now, or do no more.
    public var waiting: Set<Reception.ID> = []
  }

  /// An account of which the dossier came to show what ties it to it.
  public struct SettledRelation: Sendable, Hashable {
    /// The dossier.
    public let household: HouseholdID
    /// The broker account.
    public let account: String
  }

  /// A key and a dossier that holds it.
  public struct Holding: Sendable, Hashable {
    public let key: IdentityKey
    public let household: HouseholdID

    public init(key: IdentityKey, household: HouseholdID) {
      self.key = key
      self.household = household
    }
  }

  public init(
    dossiers: [Dossier] = [], holdings: [Holding] = [], receptions: [Reception] = [],
    contributions: [Contribution] = [], told: [SentToService] = [], waiting: [WaitingEvent] = [],
    waitingBySender: [String: Int] = [:]
  ) {
    self.waiting = Dictionary(
      waiting.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.waitingBySender = waitingBySender
    self.contributions = Dictionary(
      contributions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.told = told
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
    (holders[key] ?? []).compactMap { dossiers[$0] }.filter { !$0.isErased }
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
      given.append(key)
    }
  }

  /// What was answered to an event of that name. A source that was not kept may be any; of several
  /// answers, one that used the name up comes first.
  func reception(of id: Reception.ID) -> Reception? {
    if let known = receptions[id] { return known }
    if !id.source.isEmpty {
      return receptions[Reception.ID(sender: id.sender, event: id.event)]
    }
    return receptions.values.filter { $0.id.mayBe(id) }
      .min { ($0.isUsedUp ? 0 : 1, $0.id) < ($1.isUsedUp ? 0 : 1, $1.id) }
  }

  /// The events, accepted or waiting, that a rectification may mean.
  func events(named id: Reception.ID) -> [Reception.ID] {
    (contributions.keys.filter { $0.mayBe(id) } + waiting.keys.filter { $0.mayBe(id) }).sorted()
  }

  /// Keeps the answer to an event. The content that was answered stays known where a later answer
  /// to the same event does not tell it.
  mutating func keep(_ reception: Reception) {
    var reception = reception
    if reception.digest == nil { reception.digest = receptions[reception.id]?.digest }
    receptions[reception.id] = reception
    changes.receptions.insert(reception.id)
  }

  /// Forgets keys that no event gives any more.
  mutating func take(_ keys: [IdentityKey], from household: HouseholdID) {
    for key in keys where holders[key]?.contains(household) ?? false {
      holders[key]?.removeAll { $0 == household }
      changes.keys.removeAll { $0.key == key && $0.household == household }
      changes.lostKeys.append(Holding(key: key, household: household))
    }
  }

  /// Keeps what an event said.
  mutating func keep(_ contribution: Contribution) {
    contributions[contribution.id] = contribution
    if !changes.contributions.contains(contribution.id) {
      changes.contributions.append(contribution.id)
    }
  }

  /// The rank of the next contribution: behind all that were read.
  var nextPlace: Int { Self.firstNewPlace + changes.contributions.count }

  /// Beyond every rank that a table gave.
  private static let firstNewPlace = 1 << 62

  /// Keeps a dossier that was told again from nothing.
  mutating func keep(retold dossier: Dossier) {
    keep(dossier)
    changes.retold.insert(dossier.household)
  }

  /// Keeps a line of the log of fusions.
  mutating func keep(_ line: FusionLine) { changes.fusions.append(line) }

  /// Remembers what a decision tells the services, under the identifiers that the runtime will
  /// give.
  mutating func note(_ outgoing: [Outgoing], chainID: String) {
    for (place, message) in outgoing.enumerated() {
      if let words = SentToService.Words(message) {
        told.append(SentToService(id: "\(chainID).\(place)", words: words))
      } else if message.type == Recall.type,
        let recall = try? Wire.decode(Recall.self, from: Array(message.data.utf8))
      {
        told.removeAll { $0.id == recall.id }
      }
    }
  }

  /// Keeps an event until its dossier opens.
  mutating func keep(_ event: WaitingEvent) {
    if waiting.updateValue(event, forKey: event.id) == nil {
      waitingBySender[event.id.sender, default: 0] += 1
    }
    changes.waiting.insert(event.id)
  }

  /// Keeps an event no longer: it was taken in, refused or withdrawn.
  mutating func release(_ event: WaitingEvent) {
    guard waiting.removeValue(forKey: event.id) != nil else { return }
    waitingBySender[event.id.sender, default: 0] -= 1
    changes.waiting.insert(event.id)
  }

  /// The event that waits or is held under that ticket.
  func waiting(ticket: HouseholdID) -> WaitingEvent? {
    waiting.values.first { $0.ticket == ticket }
  }

  /// How many events of that sender wait.
  func waiting(from sender: String) -> Int { waitingBySender[sender, default: 0] }

  /// The waiting events that name one of those keys, in the order of their acts.
  func waiting(naming keys: Set<IdentityKey>) -> [WaitingEvent] {
    waiting.values.filter { !keys.isDisjoint(with: $0.keys) }.sorted { $0.chain < $1.chain }
  }

  /// Keeps that nothing shows what ties an account to a dossier: once, with all that it brought.
  mutating func keep(_ relation: UnprovenRelation) {
    changes.unproven.removeAll {
      $0.household == relation.household && $0.account == relation.account
    }
    changes.unproven.append(relation)
  }

  /// Keeps that something does.
  mutating func settle(_ account: String, in household: HouseholdID) {
    changes.settled.append(SettledRelation(household: household, account: account))
  }

  /// Keeps doubts for an operator.
  mutating func keep(_ doubts: [Doubt]) {
    for doubt in doubts where !changes.doubts.contains(doubt) { changes.doubts.append(doubt) }
  }
}
