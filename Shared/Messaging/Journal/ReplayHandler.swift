import Contracts
import Vocabulary

/// Decides one message about one dossier: in its turn, or by deciding the whole dossier again.
/// Pure.
struct ReplayHandler<Service: HouseholdParticipant> {
  let service: Service
  let household: HouseholdID
  var file: Service.File?
  var journal: DossierJournal<Service.File>

  /// Decides a message, a recall or a deadline that has come.
  ///
  /// - Throws: What the participant throws; nothing is then changed.
  mutating func decide(_ message: Message, on day: Day) throws -> Decision {
    if message.type == Recall.type {
      return try recall(try Wire.decode(Recall.self, from: message.data), message, on: day)
    }
    if message.type == DeadlineFired.type {
      return try fire(try Wire.decode(DeadlineFired.self, from: message.data), message)
    }
    let entry = JournalEntry(message, receivedOn: message.chain?.endOfDelay ?? day)
    if journal.isNext(entry) { return try take(entry) }
    return try rebuild(
      with: entry, without: nil, because: "un acte antérieur est parvenu après d'autres", message,
      on: day)
  }

  // MARK: - In its turn

  private var course: DossierReplay<Service> {
    DossierReplay(
      service: service, household: household, file: file, armed: journal.armed,
      head: journal.head, openedOn: journal.openedOn)
  }

  private mutating func take(_ entry: JournalEntry) throws -> Decision {
    var course = course
    course.advance(to: entry.chain, today: entry.receivedOn)
    let verdict = try course.apply(entry)
    guard case .applied = verdict else { return Decision(verdict: verdict) }
    journal.fresh.append(entry)
    return keep(course, causedBy: entry.message)
  }

  private mutating func fire(_ fired: DeadlineFired, _ message: Message) throws -> Decision {
    let place = CausalPosition(
      deadline: fired.kind, firesOn: message.occurredOn, of: service.service)
    // One that ended already, before a message of a later day, or that was disarmed since.
    guard journal.armed[fired.kind]?.firesOn == message.occurredOn else { return Decision() }
    var course = course
    course.advance(to: place, today: message.occurredOn)
    guard course.armed[fired.kind]?.firesOn == message.occurredOn else {
      return keep(course, causedBy: message)
    }
    let verdict = try course.fire(fired.kind)
    guard case .applied = verdict else { return Decision(verdict: verdict) }
    return keep(course, causedBy: message)
  }

  private mutating func keep(_ course: DossierReplay<Service>, causedBy message: Message)
    -> Decision
  {
    file = course.file
    journal.armed = course.armed
    journal.head = course.head
    journal.openedOn = course.openedOn
    journal.passedOver += course.passedOver
    note(course.outgoing, causedBy: message)
    return Decision(
      outgoing: course.outgoing, deadlines: journal.deadlineChanges(of: household))
  }

  /// Remembers what this batch says, under the identifiers that it will have.
  private mutating func note(_ outgoing: [Outgoing], causedBy message: Message) {
    for (place, said) in outgoing.enumerated() where said.type != Recall.type {
      journal.freshlySaid.append(
        SentMessage(id: "\(message.chainID).\(place)", words: SentMessage.Words(said)))
    }
  }

  // MARK: - Again

  private mutating func recall(
    _ recall: Recall, _ message: Message, on day: Day
  ) throws -> Decision {
    let key = MessageKey(source: message.source, id: recall.id)
    let isKnown = ((journal.past ?? []) + journal.fresh).contains { $0.message.key == key }
    guard journal.isComplete, isKnown else {
      return .quarantine("rappel d'un message inconnu")
    }
    return try rebuild(with: nil, without: key, because: recall.because, message, on: day)
  }

  private mutating func rebuild(
    with entry: JournalEntry?, without key: MessageKey?, because: String, _ message: Message,
    on today: Day
  ) throws -> Decision {
    // A delay that ended has ended, also where the clock was set back since.
    let day = max(today, journal.head?.endOfDelay ?? today)
    guard journal.countRebuild(on: day) else {
      return .quarantine("dossier recalculé trop souvent en un jour")
    }
    // What this batch applied can be put in order from where the batch began; what came before it
    // needs the whole journal.
    let isRecent =
      !journal.isRebuilt
      && (entry.map { entry in journal.base.head.map { $0 < entry.chain } ?? true }
        ?? journal.fresh.contains { $0.message.key == key })
    guard isRecent || journal.past != nil else { return .quarantine("journal non lu") }
    var entries = (isRecent ? [] : journal.past ?? []) + journal.fresh
    entries.removeAll { $0.message.key == key || journal.recalled.contains($0.message.key) }
    // One that was passed over and released stands in the journal already.
    let isNew =
      entry.map { new in !entries.contains { $0.message.key == new.message.key } } ?? false
    if let entry, isNew { entries.append(entry) }
    let (course, refused) = run(entries, from: isRecent ? journal.base : .init(), on: day)
    if let entry, case .quarantined(let reason) = refused[entry.message.key] {
      return .quarantine(isNew ? reason : SkippedMessage.prefix + reason)
    }
    let said = isRecent ? [] : journal.said.filter { !journal.unsaid.contains($0.id) }
    let correction = try Correction(
      said: said + journal.freshlySaid, right: course.outgoing, household: household,
      because: because, on: day)
    let old = file
    keep(course, correction, causedBy: message, isRecent: isRecent)
    journal.passedOver =
      course.passedOver + entries.compactMap { passedOver($0, refused[$0.message.key]) }
    if let entry, isNew { journal.fresh.append(entry) }
    if let key { journal.recalled.append(key) }
    if !isRecent { service.note(&file, decidedAgainFrom: old, because: because, on: day) }
    return Decision(
      outgoing: correction.outgoing, deadlines: journal.deadlineChanges(of: household))
  }

  private func run(
    _ entries: [JournalEntry], from base: DossierJournal<Service.File>.Base, on day: Day
  ) -> (course: DossierReplay<Service>, refused: [MessageKey: Verdict]) {
    var course = DossierReplay(
      service: service.decidingAgain(file), household: household, file: base.file,
      armed: base.armed, head: base.head, openedOn: base.openedOn)
    var refused: [MessageKey: Verdict] = [:]
    for entry in entries.sorted(by: JournalEntry.precedes) {
      course.advance(to: entry.chain, today: day)
      // What was applied once and can be no longer changes nothing, and an operator is told.
      let verdict: Verdict
      do { verdict = try course.apply(entry) } catch { verdict = Verdict(refusedBy: error) }
      if case .quarantined = verdict { refused[entry.message.key] = verdict }
    }
    course.advance(through: day)
    return (course, refused)
  }

  private func passedOver(_ entry: JournalEntry, _ verdict: Verdict?) -> SkippedMessage? {
    guard case .quarantined(let reason) = verdict else { return nil }
    return SkippedMessage(entry.message, because: reason)
  }

  private mutating func keep(
    _ course: DossierReplay<Service>, _ correction: Correction, causedBy message: Message,
    isRecent: Bool
  ) {
    file = course.file
    journal.armed = course.armed
    journal.head = [journal.head, course.head].compactMap(\.self).max()
    journal.openedOn = course.openedOn
    journal.isRebuilt = journal.isRebuilt || !isRecent
    journal.unsaid += correction.unsaid
    let unsaid = Set(correction.unsaid)
    journal.freshlySaid.removeAll { unsaid.contains($0.id) }
    note(correction.outgoing, causedBy: message)
  }
}
