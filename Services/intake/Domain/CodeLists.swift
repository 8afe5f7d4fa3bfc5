import Contracts
import LegalCalendar
import Vocabulary

/// The courts, caisses and études of a département as they are written: so that two writings of one
/// court lead to one dossier, and a slip of the hand is told to its sender.
///
/// Only what a list declares is one: nothing is guessed.
public struct CodeLists: Sendable {
  /// What is listed.
  enum Kind: String, CaseIterable, Sendable {
    case tribunal, caisse, etude
  }

  /// The spellings that a list may have: each unknown name is compared with all.
  public static let maximumSpellings = 500

  /// By the normal form of each spelling, the one under which it is known.
  private var names: [Kind: [String: String]] = [:]
  /// By the normal form of each spelling, the name as it is written.
  private var written: [Kind: [String: String]] = [:]

  /// No list: every name stands for itself.
  public init() {}

  /// Reads the lists of a département: on each line a kind (`tribunal`, `caisse`, `etude`), the
  /// name and its other writings, with a tab between; `#` begins a comment.
  ///
  /// - Throws: `TableError` with the first line that cannot be used.
  public init(parsing text: String) throws(TableError) {
    let rows = try TableText.rows(text, separator: "\t", limit: Self.maximumSpellings)
    for (number, fields) in rows {
      guard fields.count >= 2, let kind = Kind(rawValue: fields[0]) else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw TableError(line: number, problem: "expected one of \(kinds), a tab and a name")
      }
      for spelling in fields[1...] {
        guard add(kind, spelling, as: fields[1]) else {
          throw TableError(
            line: number, problem: "a name says nothing, or stands on an earlier line")
        }
      }
    }
    guard names.values.allSatisfy({ $0.count <= Self.maximumSpellings }) else {
      throw TableError(line: 1, problem: "more than \(Self.maximumSpellings) names of one kind")
    }
  }

  /// The same lists with the études that have an account.
  public func adding(accountsOf partners: PartnerDirectory) -> CodeLists {
    var lists = self
    for user in partners.users where partners.kind(of: user) == .huissier {
      // One that the list has already is known by its name there.
      _ = lists.add(.etude, user, as: user)
    }
    return lists
  }

  /// The normal forms under which a name is recognised: the listed one first, and what is written,
  /// under which dossiers from before the list are known.
  func forms(_ kind: Kind, _ name: String) -> [String] {
    let own = Self.form(kind, name)
    guard let listed = names[kind]?[own], listed != own else { return [own] }
    return [listed, own]
  }

  /// What the sender of that event, about that household, should read again.
  ///
  /// - Parameter base: Where the payload stands in the event.
  func warnings(
    _ menage: Identification, of event: PartnerEvent, within base: [JSONPointer.Step] = []
  ) -> [Receipt.Warning] {
    let household = Identification.member
    let told: [(Kind, String?, [String])] = [
      (.tribunal, menage.rg?.tribunal, [household, "rg", "tribunal"]),
      (.caisse, menage.allocataire?.caisse, [household, "allocataire", "caisse"]),
      (.etude, menage.commandement?.etude, [household, "commandement", "etude"]),
      (.tribunal, (event.body as? any HearingAct)?.lieu?.tribunal, ["lieu", "tribunal"]),
    ]
    return told.compactMap { kind, name, path in
      guard let meant = name.flatMap({ near(kind, $0) }) else { return nil }
      let place = JSONPointer(base + path.map { JSONPointer.Step.member($0) })
      return Receipt.Warning(
        .unknownCode, champ: place.text,
        texte: "Le nom du champ \(place.dotted) n'est pas dans la liste : le plus proche est "
          + "\(meant). S'il était voulu, publiez une rectification.", proche: meant)
    } + [Self.courtOfAnotherTime(event, within: base)].compactMap(\.self)
  }

  /// A hearing told before a kind of court that did not hear such cases on that day (TRIBUNAL).
  private static func courtOfAnotherTime(
    _ event: PartnerEvent, within base: [JSONPointer.Step]
  ) -> Receipt.Warning? {
    guard let (day, court) = event.hearing,
      let kind = kindsOfCourt.first(where: { court.hasPrefix(NormalForm.name($0)) }),
      case .competence(let competent)? = try? RuleBook.rule(.tribunal, on: day).value,
      !NormalForm.name(competent).contains(NormalForm.name(kind))
    else { return nil }
    let place = JSONPointer(base + [.member("lieu"), .member("tribunal")])
    return Receipt.Warning(
      .courtOfAnotherTime, champ: place.text,
      texte: "Le jour de l'audience, l'affaire relève d'un autre genre de tribunal : \(competent). "
        + "Vérifiez le champ \(place.dotted).")
  }

  /// Those that hear, or heard, of evictions (COJ art. R221-38, then L213-4-3, L213-4-4).
  private static let kindsOfCourt = [
    "tribunal d'instance", "tribunal judiciaire", "tribunal de proximité",
  ]

  /// The listed name that was meant by one that is not listed, where one comes near.
  private func near(_ kind: Kind, _ name: String) -> String? {
    let own = Self.form(kind, name)
    guard let spellings = written[kind], spellings[own] == nil else { return nil }
    return NearName.nearest(
      to: own, among: spellings.keys.sorted(), lettersPerError: Self.lettersPerError
    ).flatMap { spellings[$0] }
  }

  /// Notes a spelling; says no where it is empty or stands for another name already.
  private mutating func add(_ kind: Kind, _ spelling: String, as name: String) -> Bool {
    let own = Self.form(kind, spelling)
    guard !own.isEmpty, names[kind]?[own] == nil else { return false }
    names[kind, default: [:]][own] = Self.form(kind, name)
    written[kind, default: [:]][own] = name
    return true
  }

  private static func form(_ kind: Kind, _ name: String) -> String {
    switch kind {
    case .tribunal, .etude: NormalForm.name(name)
    case .caisse: NormalForm.reference(name)
    }
  }

  /// Two courts may differ by a town alone: few letters may be wrong.
  private static let lettersPerError = 8
}

extension PartnerEvent {
  /// The day of the hearing that it tells of, and the court as its normal form, where it says both.
  fileprivate var hearing: (day: Day, court: String)? {
    guard let act = body as? any HearingAct, let court = act.lieu?.tribunal else { return nil }
    let day =
      (act as? TribunalAssignation)?.audience ?? (act as? TribunalAudience)?.date
      ?? (act as? TribunalRenvoi)?.nouvelle
    return day.map { ($0, NormalForm.name(court)) }
  }
}
