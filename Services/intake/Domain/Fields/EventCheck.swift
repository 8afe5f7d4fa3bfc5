import Contracts
import Vocabulary

/// Checks a payload against all that is asked of its kind, member by member in the order in which
/// they were written, and lists everything that is wrong.
///
/// A member has one problem at most: the first of its rules that fails. What one member says of
/// another is asked only of members that are sound themselves, so that one mistake is told once.
struct EventCheck {
  /// The most problems that a receipt lists, and the most warnings.
  static let mostListed = 50

  let kind: EventKind
  let payload: JSONValue
  /// The day of reception; `nil` where it is not known, and no rule that needs it is asked.
  let today: Day?
  /// The communes; `nil` where they are not asked.
  var territory: Territory?
  /// The dossier that the envelope names.
  var subject: HouseholdID?
  /// Whether `menage` may be absent: another event named the household.
  var knowsHousehold = false
  /// Where the payload stands, when it stands inside of another.
  var base: [JSONPointer.Step] = []

  private(set) var problems: [Receipt.Problem] = []
  private(set) var warnings: [Receipt.Warning] = []

  init(_ kind: EventKind, _ payload: JSONValue, on today: Day?) {
    self.kind = kind
    self.payload = payload
    self.today = today
  }

  /// Lists what is wrong.
  mutating func run() {
    let fields = kind.declaration.fields
    switch payload {
    case .object(let members): check(members, fields, at: base)
    // No payload at all is one whose members are all absent.
    case .null: check([], fields, at: base)
    case .bool, .number, .text, .list: report(.type(.object([])), at: base)
    }
  }

  // MARK: - Objects and lists

  private mutating func check(
    _ members: [JSONValue.Member], _ known: EventFields, at place: [JSONPointer.Step]
  ) {
    var present: Set<String> = []
    for member in members {
      let place = place + [.member(member.name)]
      guard let field = known[member.name] else {
        // What nobody reads is kept all the same, while the event waits.
        if NIR.stands(in: member.value) { report(.nir, at: place) }
        warnUnknown(member.name, at: place, beside: known.all.map(\.name))
        continue
      }
      if member.value == .null { continue }
      present.insert(member.name)
      check(member.value, field, at: place)
    }
    for field in known.all where !present.contains(field.name) {
      reportAbsent(field, at: place + [.member(field.name)])
    }
  }

  private mutating func reportAbsent(_ field: EventField, at place: [JSONPointer.Step]) {
    if field.path == Identification.member, knowsHousehold { return }
    if !field.isOptional { return report(.absent(nil), at: place, field) }
    for rule in field.rules where rule.demand == .present && holds(rule.condition) {
      return report(.absent(rule.condition), at: place, field)
    }
  }

  private mutating func check(
    _ value: JSONValue, _ field: EventField, at place: [JSONPointer.Step]
  ) {
    switch (field.type, value) {
    case (.object, .object(let members)):
      check(members, field.members, at: place)
      if field.path == Identification.member, !namesHousehold(value) {
        report(.nobody, at: place, field)
      }
    case (.list(let element), .list(let values)):
      for rule in field.rules {
        if case .count(let range) = rule.demand, !range.contains(values.count) {
          return report(.count(range), at: place, field)
        }
      }
      for (index, value) in values.prefix(field.mostElements).enumerated() {
        let place = place + [.element(index)]
        if case .object(let members) = value {
          check(members, field.members, at: place)
        } else {
          report(.type(element), at: place)
        }
      }
    case (.object, _), (.list, _): report(.type(field.type), at: place, field)
    case (.text, _), (.wholeNumber, _), (.cents, _), (.day, _), (.birth, _), (.dossier, _),
      (.boolean, _), (.enumeration, _):
      checkSingle(value, field, at: place)
    }
  }

  private mutating func checkSingle(
    _ value: JSONValue, _ field: EventField, at place: [JSONPointer.Step]
  ) {
    // First of all: whatever else is wrong, this is what the sender must hear.
    if NIR.stands(in: value) || value.text.map({ field.isNumber && NIR.isAny($0) }) ?? false {
      return report(.nir, at: place, field)
    }
    switch SoundValue.read(value, as: field.type) {
    case .failure(let problem): report(problem, at: place, field)
    case .success(let sound):
      if let problem = problem(of: sound, field, within: place) {
        report(problem, at: place, field)
      } else {
        warn(of: sound, writtenAs: value, field, at: place)
      }
    }
  }

  /// Whether the household is named: by a reference, or by persons and dwelling.
  private func namesHousehold(_ menage: JSONValue) -> Bool {
    func has(_ name: String) -> Bool { menage[name].map { $0 != .null } ?? false }
    return subject != nil
      || Identification.references.contains(where: has)
      || has("locataires") && has("logement")
  }

  // MARK: - Other members

  /// Whether a rule is asked at all.
  func holds(_ condition: FieldRule.Condition?) -> Bool {
    guard let condition else { return true }
    let found: FieldRule.Condition.Value? =
      switch payload[condition.field] {
      case .text(let text): .text(text)
      case .bool(let flag): .boolean(flag)
      case .null, nil: .absent
      case .number, .list, .object: nil
      }
    return found.map(condition.values.contains) ?? false
  }

  /// The value of another member at the top of the payload, where it is sound.
  ///
  /// - Parameter depth: How many members may still be asked in turn.
  func other(_ name: String, depth: Int = longestChain) -> SoundValue? {
    guard depth > 0, let field = kind.declaration.fields[name], let value = payload[name],
      case .success(let sound) = SoundValue.read(value, as: field.type),
      field.rules.allSatisfy({
        !holds($0.condition) || problem(of: sound, asking: $0, depth: depth - 1) == nil
      })
    else { return nil }
    return sound
  }

  /// Members that ask one another: a guarantor's day asks the act's, which asks the lease's.
  static let longestChain = 3

  // MARK: - Reporting

  private mutating func report(
    _ problem: FieldProblem, at place: [JSONPointer.Step], _ field: EventField? = nil
  ) {
    guard problems.count < Self.mostListed else { return }
    let pointer = JSONPointer(place)
    problems.append(
      Receipt.Problem(
        champ: pointer.text, code: problem.code, texte: problem.sentence(at: pointer.dotted),
        attendu: field?.expectation, valeurs_admises: problem.admitted ?? field?.admitted,
        borne: field.flatMap { bounds(of: $0) }))
  }

  mutating func warn(_ code: Receipt.Warning.Code, at place: [JSONPointer.Step], _ text: String) {
    warn(Receipt.Warning(code, champ: JSONPointer(place).text, texte: text))
  }

  private mutating func warn(_ warning: Receipt.Warning) {
    if warnings.count < Self.mostListed { warnings.append(warning) }
  }

  private mutating func warnUnknown(
    _ name: String, at place: [JSONPointer.Step], beside known: [String]
  ) {
    let pointer = JSONPointer(place)
    let near = NearName.nearest(to: name, among: known)
    warn(
      Receipt.Warning(
        .unknownMember, champ: pointer.text,
        texte: "Le champ \(pointer.dotted) n'est pas connu et n'a pas été lu"
          + (near.map { " : le champ connu le plus proche est \($0)." } ?? "."), proche: near))
  }
}
