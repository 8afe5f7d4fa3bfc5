import Contracts
import PostgreSQL
import Vocabulary

/// What one batch will write: built by pure code between the read and the write of a transaction.
struct BatchPlan: Sendable {
  /// What will be sent, in order.
  var emissions: [Emission] = []
  /// What changes among the deadlines, the last change of each kind winning.
  var deadlines: [DeadlineKey: DeadlineChange] = [:]
  /// The heads of the dossiers, with the ranks now applied.
  var heads = DossierHeads()
  /// What was received.
  var inbox = InboxChanges()
  /// Rare statements: parking, unparking, quarantine.
  var rare: [Query] = []
  /// What the ledger counts.
  var counts: [LedgerEntry: Int] = [:]

  /// Takes the decision on one message into the plan.
  ///
  /// - Parameter subject: Whose key seals it in quarantine, where it is not that of its household.
  mutating func add(
    _ decision: Decision, on message: Message, firedKind: String? = nil, today: Day,
    quarantinedBytes: Int, sealedBy subject: HouseholdID? = nil
  ) {
    for outgoing in decision.outgoing {
      let place =
        emissions.last.map { $0.cause.isDecided(with: message) } ?? false
        ? placeInChain + 1 : 0
      placeInChain = place
      emissions.append(
        Emission(
          id: "\(message.chainID)\(message.attempt.suffix).\(place)",
          outgoing: outgoing.placed(behind: message, at: place), cause: message))
    }
    for change in decision.deadlines {
      let change = change.notAgainToday(today, firedKind: firedKind)
      deadlines[change.key] = change
    }
    if case .quarantined(let reason) = decision.verdict {
      rare += Quarantine.insert(
        message, reason: reason, on: today, keep: quarantinedBytes, sealedBy: subject)
    }
  }

  private var placeInChain = 0

  /// Adds to one entry of the ledger.
  mutating func count(_ kind: LedgerEntry.Kind, _ peer: String, by number: Int = 1) {
    counts[LedgerEntry(kind: kind, peer: peer), default: 0] += number
  }

  /// Whether it arms a deadline whose day has come.
  func armsDue(on today: Day) -> Bool {
    deadlines.values.contains { change in
      switch change {
      case .arm(_, _, let firesOn, _): firesOn <= today
      case .disarm: false
      }
    }
  }

  /// How many the ledger counts under one kind, whoever the peer.
  func sum(of kind: LedgerEntry.Kind) -> Int {
    counts.reduce(0) { $1.key.kind == kind ? $0 + $1.value : $0 }
  }

  /// Takes in what the participant applied and recalled.
  mutating func keep(_ journal: JournalChanges) {
    inbox.keep(journal.entries, recalling: journal.recalled)
    for (household, head) in journal.heads { heads.change(household) { $0.journal = head } }
  }

  /// The dossiers that are told of to a service and whose head was not read.
  var unread: Set<HouseholdID> {
    Set(emissions.compactMap { $0.rankKey?.household }).filter { !heads.holds($0) }
  }

  /// Whose keys seal what it keeps and what it says.
  var keySubjects: Set<HouseholdID> {
    rare.reduce(into: inbox.keySubjects.union(emissions.map(\.keySubject))) {
      $0.formUnion($1.subjects)
    }
  }

  /// Seals apart what partners are answered about an event whose own key was destroyed: whoever
  /// asks gets its answer, also after a crash, and no answer names anybody. What names an erased
  /// dossier stays its own, and ends with it.
  ///
  /// - Returns: Whose keys these are, to be read: of an answer that is said again one is there.
  mutating func sealAnswersApart(where isErased: (HouseholdID) -> Bool) -> Set<HouseholdID> {
    var apart: Set<HouseholdID> = []
    for place in emissions.indices {
      switch emissions[place].outgoing.destination {
      case .service: continue
      case .kind, .user:
        guard emissions[place].outgoing.household == nil, isErased(emissions[place].keySubject)
        else { continue }
        emissions[place].isSealedApart = true
        apart.insert(emissions[place].keySubject)
      }
    }
    return apart
  }

  /// Gives what is sent to services its ranks, by dossier and recipient, and counts it.
  mutating func number() {
    for place in emissions.indices {
      count(.emitted, emissions[place].outgoing.destination.routingKey)
      guard let key = emissions[place].rankKey else { continue }
      heads.change(key.household) { head in
        head.said[key.peer] += 1
        emissions[place].rank = head.said[key.peer]
      }
    }
  }

  /// The statements of the plan but for the participant's own, the outbox and the ledger, in order.
  func writes(on day: Day) -> [Query] {
    let changed = heads.changes
    return inbox.queries(on: day) + rare
      + (changed.isEmpty ? [] : [HeadQueries.save(changed)]) + DeadlineBook.apply(deadlines)
  }
}

extension Outgoing {
  /// The same with its place: one that a household's course gave it, or the first behind a
  /// partner's act. The day of an act is known to whoever read it, and stands in what it forwards.
  fileprivate func placed(behind cause: Message, at place: Int) -> Outgoing {
    guard chain == nil, type != Recall.type, case .service = destination else { return self }
    var placed = self
    let root = cause.chain ?? CausalPosition(act: type, on: occurredOn, id: cause.chainID)
    placed.chain = root.consequence(place)
    return placed
  }
}

/// A dossier and a kind of deadline: at most one is armed.
struct DeadlineKey: Hashable, Comparable, Sendable {
  let household: HouseholdID, kind: String

  static func < (left: DeadlineKey, right: DeadlineKey) -> Bool {
    (left.household, left.kind) < (right.household, right.kind)
  }
}

extension DeadlineChange {
  var key: DeadlineKey {
    switch self {
    case .arm(let kind, _, _, let household): DeadlineKey(household: household, kind: kind)
    case .disarm(let kind, let household): DeadlineKey(household: household, kind: kind)
    }
  }

  /// A deadline that re-arms itself as it fires waits for another day: one firing a day and a kind
  /// is the bound of that loop.
  func notAgainToday(_ today: Day, firedKind: String?) -> DeadlineChange {
    guard case .arm(let kind, let deadline, let firesOn, let household) = self, kind == firedKind,
      firesOn <= today
    else { return self }
    return .arm(
      kind: kind, deadline: deadline, firesOn: today.adding(days: 1), household: household)
  }
}

extension Message {
  /// Whether what follows from both is counted together: the same message, decided the same time.
  fileprivate func isDecided(with other: Message) -> Bool {
    key == other.key && attempt == other.attempt
  }

  /// What the identifiers of its consequences begin with. A partner's own identifier is unique for
  /// that partner only, so its name goes in front.
  var chainID: String {
    source.hasPrefix("partner/") ? source.dropFirst("partner/".count) + "/" + identity : identity
  }
}
