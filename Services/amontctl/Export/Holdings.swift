import Contracts
import Vocabulary

/// What is held of a household in all services, as it answers a request of access (RGPD art. 15).
struct Holdings: Sendable {
  /// The dossiers: the one that was asked for, then those that are joined to it.
  let dossiers: [HouseholdID]
  let openedOn: String?, closedOn: Day?
  let tables: [Table]
  /// To whom something was sent.
  let recipients: [Recipient]
  /// Who read the dossier in the last year.
  let readings: [Reading]
  /// How many lines were left out because a violence of which one person of the household is the
  /// victim is known (``HeldSecrecy``): told to the agent, never on the page.
  let masked: Int

  /// The rows of one table.
  struct Table: Sendable {
    let service: ServiceName
    let name: String, title: String
    let subject: HeldSubject
    let columns: [String]
    /// One value a column; `nil` where nothing is held.
    let rows: [[Value?]]
  }

  /// What one column holds of one row.
  enum Value: Sendable, Hashable {
    case text(String)
    /// A message or a diagnosis, member by member.
    case document([Member])

    /// One member.
    struct Member: Sendable, Hashable {
      let label: String, text: String
    }
  }

  /// One partner or kind of partners, with what it was told.
  struct Recipient: Sendable, Hashable {
    let name: String, what: String
    let count: Int
    let first: String, last: String
  }
}

extension HeldLabel {
  /// A stored value as the person reads it; `nil` where there is nothing to read.
  ///
  /// - Parameters:
  ///   - type: What kind of message the row is, where it is one.
  ///   - members: Members of a message or of a diagnosis that are left out, with all below them.
  func value(
    _ raw: String, type: String?, without members: Set<String> = []
  ) -> Holdings.Value? {
    guard !raw.isEmpty else { return nil }
    switch format {
    case .plain: return .text(Self.french(raw))
    case .cents: return .text(Int(raw).map { Cents($0).description } ?? raw)
    case .share: return .text(Int(raw).map { Self.decimal($0, 100) + " %" } ?? raw)
    case .tenths: return .text(Int(raw).map { Self.decimal($0, 10) } ?? raw)
    case .words(let separator):
      return .text(
        raw.split(separator: separator).map { HeldWord.french(String($0)) }
          .joined(separator: ", "))
    case .named(let name): return .text(name(raw) ?? Self.french(raw))
    case .document:
      guard let json = try? JSONValue.read(Array(raw.utf8)) else { return .text(raw) }
      let left = HeldDocument(type: type ?? "", leavingOut: members).members(of: json)
      return left.isEmpty ? nil : .document(left)
    }
  }

  /// A day as `13/11/2017`, a word of our tables in French, all else as it is.
  static func french(_ raw: String) -> String {
    Day(raw)?.written ?? birth(raw) ?? HeldWord.french(raw)
  }

  /// A birth of which the day, or the day and the month, are not known.
  private static func birth(_ raw: String) -> String? {
    guard raw.utf8.count == 10, raw.hasSuffix("-00"), let birth = BirthDate(raw) else { return nil }
    let parts = birth.description.split(separator: "-")
    return parts[1] == "00" ? String(parts[0]) : "\(parts[1])/\(parts[0])"
  }

  private static func decimal(_ value: Int, _ parts: Int) -> String {
    let rest = abs(value % parts)
    let digits = String(rest + parts).dropFirst()
    return (value < 0 ? "-" : "") + String(abs(value) / parts) + (rest == 0 ? "" : "," + digits)
  }
}

extension Day {
  /// The day as a French reader writes it: `13/11/2017`.
  var written: String { description.split(separator: "-").reversed().joined(separator: "/") }
}

/// Reads a message member by member, with the titles of its declaration.
private struct HeldDocument {
  let fields: [String: EventField]
  let leftOut: Set<String>

  init(type: String, leavingOut members: Set<String>) {
    fields = HeldMessage.fields(of: type)
    leftOut = members
  }

  func members(of json: JSONValue) -> [Holdings.Value.Member] {
    var members: [Holdings.Value.Member] = []
    walk(json, path: "", label: "", into: &members)
    return members
  }

  private func walk(
    _ value: JSONValue, path: String, label: String, into members: inout [Holdings.Value.Member]
  ) {
    switch value {
    case .null: return
    case .object(let inside):
      for member in inside where !leftOut.contains(member.name) {
        let below = path.isEmpty ? member.name : path + "." + member.name
        walk(member.value, path: below, label: name(member.name, at: below), into: &members)
      }
    case .list(let values):
      for value in values { walk(value, path: path + "[]", label: label, into: &members) }
    case .bool, .number, .text:
      members.append(Holdings.Value.Member(label: label, text: text(value, at: path)))
    }
  }

  /// A partner's event travels between services inside another; a household's identification
  /// stands alone in intake.
  private func field(at path: String) -> EventField? {
    let own = path.hasPrefix("evenement.") ? String(path.dropFirst(10)) : path
    return fields[own] ?? fields[Identification.member + "." + own]
  }

  private func name(_ member: String, at path: String) -> String {
    field(at: path)?.title ?? HeldMessage.members[member] ?? member
  }

  private func text(_ value: JSONValue, at path: String) -> String {
    switch value {
    case .bool(let truth): return truth ? "oui" : "non"
    case .number(let number):
      return field(at: path)?.unit == .centimes
        ? Int(number).map { Cents($0).description } ?? number : number
    case .text(let text):
      let member = path.split(separator: ".").last ?? ""
      return HeldMessage.word(text, of: member) ?? HeldLabel.french(text)
    case .null, .list, .object: return ""
    }
  }
}
