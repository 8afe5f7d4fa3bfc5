/// Which deliveries are unsettled, and what to tell the broker about those that were settled.
/// No I/O.
///
/// A run of acknowledgements that leaves nothing unsettled below it becomes one `multiple`. Holds
/// at most what the broker may leave unsettled: prefetch times queues.
struct Settlements: Sendable {
  /// One frame for the broker.
  enum Command: Hashable, Sendable {
    case acknowledge(UInt64, multiple: Bool)
    case reject(UInt64, requeue: Bool)
  }

  private enum State {
    case unsettled
    case acknowledged
    case rejected(requeue: Bool)
    /// The broker was told, while something below was still unsettled.
    case told
  }

  private struct Entry {
    let tag: UInt64
    var state: State
  }

  /// In the order of tags; what lies before `head` is done with.
  private var entries: [Entry] = []
  private var head = 0
  private var highest: UInt64 = 0
  /// Settled, but the broker was not told yet.
  private var acknowledged: [Int] = []
  private var rejected: [Int] = []

  /// Deliveries that nobody has settled.
  private(set) var unsettled = 0

  /// Whether there is something to tell the broker.
  var isPending: Bool { !acknowledged.isEmpty || !rejected.isEmpty }

  /// Notes a delivery. Tags must rise, as the broker's do; any other is ignored.
  mutating func received(_ tag: UInt64) {
    guard tag > highest else { return }
    highest = tag
    entries.append(Entry(tag: tag, state: .unsettled))
    unsettled += 1
  }

  /// Acknowledges deliveries. A tag that is unknown or settled already is ignored.
  mutating func acknowledge(_ tags: [UInt64]) {
    for tag in tags {
      guard let index = unsettledIndex(of: tag) else { continue }
      entries[index].state = .acknowledged
      acknowledged.append(index)
      unsettled -= 1
    }
  }

  /// Rejects deliveries. A tag that is unknown or settled already is ignored.
  mutating func reject(_ tags: [UInt64], requeue: Bool) {
    for tag in tags {
      guard let index = unsettledIndex(of: tag) else { continue }
      entries[index].state = .rejected(requeue: requeue)
      rejected.append(index)
      unsettled -= 1
    }
  }

  /// What the broker must now be told, in this order.
  mutating func takeCommands() -> [Command] {
    guard isPending else { return [] }
    // Rejections first: a `multiple` would acknowledge whatever it finds unsettled below it.
    var commands: [Command] = []
    for index in rejected {
      guard case .rejected(let requeue) = entries[index].state else { continue }
      commands.append(.reject(entries[index].tag, requeue: requeue))
      entries[index].state = .told
    }
    rejected.removeAll(keepingCapacity: true)

    let (end, run) = lowestRun()
    if let last = run.last { commands.append(.acknowledge(last, multiple: run.count > 1)) }
    for index in acknowledged.sorted() where index >= end {
      commands.append(.acknowledge(entries[index].tag, multiple: false))
      entries[index].state = .told
    }
    acknowledged.removeAll(keepingCapacity: true)
    forget(upTo: end)
    return commands
  }

  /// The end of the settled entries at the bottom, and the first and last new tag among them.
  /// `multiple` must name a tag that the broker still knows, hence a new one.
  private func lowestRun() -> (end: Int, run: Run) {
    var index = head
    var run = Run()
    scan: while index < entries.count {
      switch entries[index].state {
      case .unsettled: break scan
      case .acknowledged:
        run.last = entries[index].tag
        run.count += 1
      case .told, .rejected: break
      }
      index += 1
    }
    return (index, run)
  }

  private struct Run {
    var last: UInt64?
    var count = 0
  }

  /// Drops what was told once it is more than half of the array, so that each entry moves about
  /// once and one delivery that nobody settles does not hold the rest. No index survives this.
  private mutating func forget(upTo end: Int) {
    head = end
    guard entries.count > 2 * unsettled else { return }
    entries.removeFirst(head)
    head = 0
    guard entries.count > 2 * unsettled else { return }
    entries.removeAll { if case .told = $0.state { true } else { false } }
  }

  private func unsettledIndex(of tag: UInt64) -> Int? {
    var low = head
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].tag < tag { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].tag == tag else { return nil }
    guard case .unsettled = entries[low].state else { return nil }
    return low
  }
}
