import Contracts
import Testing
import Vocabulary

/// A scenario that was played, read by a test: each line says what must be, in the words of the
/// field.
struct Played: Sendable {
  let record: Record

  private init(_ record: Record) { self.record = record }

  /// What Amont did in a scenario.
  static func scene(_ scenario: Scenario, household: String = "A") async throws -> Played {
    let outcome = try await Season.played.value
    let record = try #require(
      outcome.records[scenario.id]?[household], "\(scenario.id) was not played")
    return Played(record)
  }
}

// What must be.
extension Played {
  /// A deadline was armed under that rule (`CDP.delai`) or that kind (`dsf.margin`), with that last
  /// day.
  func expect(
    echeance rule: String, le due: Day, brute raw: Day? = nil, parce reason: String? = nil,
    comptee origin: Day? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = armed(rule)
    let isArmed = found.contains { one in
      one.due == due && raw.map { $0 == one.raw } ?? true
        && origin.map { $0 == one.origin } ?? true && reason.map(one.reason.contains) ?? true
    }
    #expect(
      isArmed,
      "échéance \(rule) au \(due) ; vu : \(found.map(\.text))", sourceLocation: sourceLocation)
  }

  /// No deadline was armed under that rule or kind with a day of that range.
  func expect(
    aucuneEcheance rule: String, apres day: Day = .never,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = armed(rule).filter { $0.due > day }
    let isSilent = found.isEmpty
    #expect(isSilent, "vu : \(found.map(\.text))", sourceLocation: sourceLocation)
  }

  /// The dossier is closed, for that reason.
  func expect(
    cloture reason: String, le day: Day? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let standing = record.standing
    #expect(standing.closure == reason, "\(standing.text)", sourceLocation: sourceLocation)
    if let day { #expect(standing.closedOn == day, sourceLocation: sourceLocation) }
  }

  /// The dossier is open; its procedure stands there.
  func expect(
    ouvertA phase: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let standing = record.standing
    #expect(
      standing.closure == nil && standing.phases["procedure"] == phase, "\(standing.text)",
      sourceLocation: sourceLocation)
  }

  /// That partner was told that, between those days.
  func expect(
    avis code: Notice.Code?, a reader: PartnerKind, le day: Day? = nil, des first: Day = .never,
    avant last: Day? = nil, fois count: Int? = nil, echeance due: Day? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = post(code, to: reader).filter { posted in
      posted.day >= first && day.map { $0 == posted.day } ?? true
        && last.map { posted.day <= $0 } ?? true && due.map { $0 == posted.notice.echeance } ?? true
    }
    let isRight = count.map { found.count == $0 } ?? !found.isEmpty
    #expect(
      isRight,
      "avis \(code?.rawValue ?? "inconnu") à \(reader.rawValue) ; vu : \(post(code).map(\.text))",
      sourceLocation: sourceLocation)
  }

  /// Nobody of those kinds was ever told that, or not before a day.
  func expect(
    jamais code: Notice.Code?, a readers: PartnerKind..., avant last: Day? = nil,
    apres first: Day = .never, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = post(code).filter { posted in
      readers.contains(posted.reader) && posted.day > first
        && last.map { posted.day < $0 } ?? true
    }
    let isSilent = found.isEmpty
    #expect(isSilent, "vu : \(found.map(\.text))", sourceLocation: sourceLocation)
  }

  /// The timeline says that this happened, on that day.
  func expect(
    fait trigger: String, le day: Day? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = record.standing.lines
    let isTold = lines.contains { line in
      line.trigger == trigger && day.map { $0 == line.day } ?? true
    }
    let seen = lines.compactMap { line in line.trigger.map { "\(line.day) \($0)" } }
    #expect(
      isTold, "\(trigger) \(day.map { "\($0)" } ?? "") ; vu : \(seen)",
      sourceLocation: sourceLocation)
  }

  /// The timeline does not say that this happened.
  func expect(
    aucunFait triggers: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = record.standing.lines.filter { triggers.contains($0.trigger ?? "") }
    let isSilent = found.isEmpty
    #expect(isSilent, "vu : \(found.map(\.text))", sourceLocation: sourceLocation)
  }

  /// The saga knows that day.
  func expect(
    jour name: String, le day: Day?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(record.standing.days[name] == day, "\(name)", sourceLocation: sourceLocation)
  }

  /// That protection held from and to those days.
  func expect(
    protection name: String, jusque last: Day? = nil, des first: Day? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let seen = record.standing.protections
    let period = seen[name]
    #expect(period != nil, "vu : \(seen.keys.sorted())", sourceLocation: sourceLocation)
    if let last { #expect(period?.through == last, "\(name)", sourceLocation: sourceLocation) }
    if let first { #expect(period?.since == first, "\(name)", sourceLocation: sourceLocation) }
  }

  /// Nothing was sent to anybody from that day on, save withdrawals.
  func expect(
    silenceApres day: Day, sauf codes: Notice.Code...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = record.post.filter {
      $0.day > day && $0.notice.code != .avisSansObjet && !codes.contains($0.notice.code)
    }
    let isSilent = found.isEmpty
    #expect(isSilent, "vu : \(found.map(\.text))", sourceLocation: sourceLocation)
  }
}

extension Notice.Code {
  /// A notice that Amont does not know yet.
  static func coming(_ name: String) -> Notice.Code? { Notice.Code(rawValue: name) }
}

// What was found.
extension Played {
  private func armed(_ rule: String) -> [Record.Armed] {
    record.armed.keys.filter { $0.rule == rule || $0.kind == rule }.sorted { $0.due < $1.due }
  }

  func post(_ code: Notice.Code?, to reader: PartnerKind? = nil) -> [Record.Posted] {
    record.post.filter { posted in
      posted.notice.code == code && reader.map { $0 == posted.reader } ?? true
    }
  }
}

extension Record.Armed {
  var text: String {
    "\(service.rawValue)/\(kind) \(rule) \(origin) → \(raw) → \(due) \(reason)"
  }
}

extension Record.Posted {
  var text: String { "\(day) \(notice.code.rawValue) → \(reader.rawValue)" }
}

extension Record.Standing {
  var text: String {
    "\(closure ?? "ouvert") \(closedOn.map { "\($0)" } ?? "") "
      + phases.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}
