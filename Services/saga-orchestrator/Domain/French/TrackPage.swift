import Contracts
import LegalCalendar

/// A track's whole table as a page that a jurist reads: a diagram, then each family once, and where
/// each of its phases differs. Drawn from the very values that decide.
struct TrackPage<Phase: TrackPhase> {
  private let table: TrackTable<Phase>
  private let version: Int

  init(_ table: TrackTable<Phase>, version: Int) {
    self.table = table
    self.version = version
  }

  /// The page, in Markdown.
  var text: String {
    let title = "# Piste « \(Phase.track.frenchName) », version \(version)\n"
    let sections = table.families.map(section) + [ladders]
    func isSaid(_ words: String) -> Bool { sections.contains { $0.contains(words) } }
    let notes = [
      isSaid(Trigger.decisionsName) ? Self.decisions : "",
      isSaid(Self.rightMark) ? Self.rights : "",
    ]
    return ([title, Self.howToRead] + notes + [diagram] + sections)
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static var rightMark: String { " (†)" }

  private static var rights: String {
    let rights = Circumstance.rights.elements.map(\.frenchName).joined(separator: " ; ")
    return
      "(†) Si un droit du ménage reste ouvert, le dossier reste à son étape et une personne décide "
      + "(RGPD art. 22) : \(rights).\n"
  }

  private static var decisions: String {
    "(*) " + Trigger.decisions.map(\.frenchName).joined(separator: " ; ") + ".\n"
  }

  private static var howToRead: String {
    """
    Que se passe-t-il quand un acte arrive ? Lire d'abord l'étape du dossier : ses lignes
    l'emportent. Si l'acte n'y est pas, lire la famille de l'étape. Rien n'est décidé ailleurs.
    Le tableau d'une famille vaut à chacune de ses étapes, sauf ce que l'étape dit elle-même.
    « (reste) » : la piste garde son étape et son échéance. Une échéance « CHARTE… » est un délai de la
    Charte, compté du jour de l'entrée dans l'étape.

    """
  }

  // MARK: Diagram

  /// The families and their phases, and how one leads to another; within a family, only what a
  /// phase says itself.
  private var diagram: String {
    var lines = ["```mermaid", "stateDiagram-v2", "  [*] --> \(Phase.initial.rawValue)"]
    for family in table.families where family.phases.count > 1 {
      lines.append("  state \"\(family.title)\" as \(family.name)_ {")
      lines += family.phases.map { "    \($0.phase.rawValue) : \($0.title)" } + ["  }"]
    }
    for family in table.families where family.phases.count == 1 {
      lines += family.phases.map { "  \($0.phase.rawValue) : \($0.title)" }
    }
    for family in table.families {
      for other in table.families where other.name != family.name {
        lines += edge(from: family, to: other).map { [$0] } ?? []
      }
    }
    return (lines + ["```", ""]).joined(separator: "\n")
  }

  private func edge(
    from family: TrackTable<Phase>.Family, to other: TrackTable<Phase>.Family
  ) -> String? {
    let targets = Set(other.phases.map(\.phase))
    let rows = family.rows + family.phases.flatMap(\.rows)
    let leading = Set(
      rows.filter { !$0.cell.targets.isDisjoint(with: targets) }.flatMap(\.triggers))
    guard let first = table.triggers.first(where: leading.contains) else { return nil }
    let others = leading.count - 1
    let more = others == 0 ? "" : " (et \(others) \(others == 1 ? "autre" : "autres"))"
    return "  \(node(family)) --> \(node(other)) : \(first.frenchName)\(more)"
  }

  private func node(_ family: TrackTable<Phase>.Family) -> String {
    family.phases.count == 1 ? family.phases[0].phase.rawValue : family.name + "_"
  }

  // MARK: A family and its phases

  private static var head: [String] {
    ["| quand | la piste va à | et nous | parce que |", "|---|---|---|---|"]
  }

  private func section(_ family: TrackTable<Phase>.Family) -> String {
    let acting = family.rows.filter { !$0.cell.isIgnored }.flatMap(lines)
    let isShared = family.phases.count > 1
    let own = isShared ? [] : family.phases.map { words($0) }
    let closing = closingOfAll(family).map { ["À la clôture, à chaque étape : nous \($0)."] } ?? []
    let lines = ["## Famille : \(family.title)"] + own + closing + [""]
    let phases = isShared ? family.phases.flatMap { section($0, closing.isEmpty) } : []
    return (lines + Self.head + acting + [""] + ignored(family) + phases).joined(separator: "\n")
  }

  /// What is sent when the dossier closes, where all phases of a family say the same.
  private func closingOfAll(_ family: TrackTable<Phase>.Family) -> String? {
    guard family.phases.count > 1, let first = family.phases.first?.closingOrders, !first.isEmpty,
      family.phases.allSatisfy({ $0.closingOrders == first })
    else { return nil }
    return first.map(\.frenchName).joined(separator: ", ")
  }

  private func section(_ entry: TrackTable<Phase>.Entry, _ tellsClosing: Bool) -> [String] {
    let rows = entry.rows.flatMap(items)
    let same = rows.isEmpty ? " Aucune différence avec sa famille." : ""
    return ["### \(entry.title) (`\(entry.phase.rawValue)`)", words(entry, tellsClosing) + same]
      + rows + [""]
  }

  private func words(_ entry: TrackTable<Phase>.Entry, _ tellsClosing: Bool = true) -> String {
    let closing = !tellsClosing ? "" : entry.closingOrders.map(\.frenchName).joined(separator: ", ")
    return entry.explanation + " " + deadline(entry)
      + (closing.isEmpty ? "" : " À la clôture : nous \(closing).")
  }

  private func deadline(_ entry: TrackTable<Phase>.Entry) -> String {
    guard let deadline = entry.deadline else { return "Aucune échéance : l'étape est finale." }
    let fallback = deadline.term == .charte ? "" : " ; à défaut, \(deadline.fallback.rawValue)"
    return "Échéance : \(deadline.term.frenchName(deadline.fallback))\(fallback) ; puis "
      + "\(deadline.trigger.frenchName)."
  }

  // MARK: What changes nothing

  /// The reasons for which nothing is done, each with its triggers. The last triggers of a subject
  /// are called by the subject, where one reason serves them all.
  private func ignored(_ family: TrackTable<Phase>.Family) -> [String] {
    let rows = family.rows.filter(\.cell.isIgnored)
    let simple = rows.filter { $0.cell.reason != nil }
    let named = Set(family.rows.filter { $0.cell.reason == nil }.flatMap(\.triggers))
    let conditional = rows.filter { $0.cell.reason == nil }.flatMap(lines)
    let rest = Dictionary(
      grouping: simple.indices.flatMap { place in
        simple[place].triggers.map { (place: place, subject: $0.subject) }
      }, by: \.subject)
    // The row that holds most triggers of a subject may say « tout autre acte ».
    let owners = rest.compactMapValues { uses in
      Dictionary(grouping: uses, by: \.place).filter { $0.value.count > 1 }
        .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }
    let items = simple.enumerated().map { place, row in
      let subjects = Trigger.Subject.allCases.filter { owners[$0] == place }
      let whole = subjects.map { subject in
        let isWhole = table.triggers.filter { $0.subject == subject }.allSatisfy {
          row.triggers.contains($0) && !named.contains($0)
        }
        return (isWhole ? "tout acte " : "tout autre acte ") + subject.frenchName
      }
      let single = row.triggers.filter { !subjects.contains($0.subject) }.map(\.frenchName)
      return "- « \(row.cell.reason ?? "") » : \((single + whole).joined(separator: " ; "))"
    }
    return (conditional.isEmpty ? [] : Self.head + conditional + [""])
      + ["Rien n'est à faire, parce que :"] + items + [""]
  }

  // MARK: Rows

  /// A row of a family: one line of its table a branch.
  private func lines(_ row: TableRow<Phase>) -> [String] {
    zip(whens(row), row.cell.branches).map { when, branch in
      let result = result(branch)
      return "| \(when) | \(result.phase) | \(result.acts) | \(result.basis) |"
    }
  }

  /// A row in which a phase differs: one item of its list a branch.
  private func items(_ row: TableRow<Phase>) -> [String] {
    zip(whens(row), row.cell.branches).map { when, branch in
      let result = result(branch)
      if case .ignore = branch.cell { return "- \(when) → rien : \(result.basis)" }
      let acts = branch.acts.isEmpty ? "" : " ; nous \(result.acts)"
      return "- \(when) → **\(result.phase)**\(acts) — \(result.basis)"
    }
  }

  private func whens(_ row: TableRow<Phase>) -> [String] {
    let isWhole = Set(Trigger.decisions).isSubset(of: row.triggers)
    let single = isWhole ? row.triggers.filter { !Trigger.decisions.contains($0) } : row.triggers
    let when = ((isWhole ? [Trigger.decisionsName] : []) + single.map(\.frenchName))
      .joined(separator: " ; ")
    return row.cell.branches.enumerated().map { place, branch in
      if place > 0 { return "… " + branch.conditions }
      return when + (branch.conditions.isEmpty ? "" : ", " + branch.conditions)
    }
  }

  private func result(
    _ branch: TableCell<Phase>.Branch
  ) -> (phase: String, acts: String, basis: String) {
    let acts = branch.acts.isEmpty ? "—" : branch.acts.joined(separator: ", ")
    switch branch.cell {
    case .ladder(let ladder): return ("échelle « \(ladder.title) »", acts, "voir l'échelle")
    case .ignore(let basis): return ("—", "rien", basis.citation)
    case .go, .stay, .either, .flagged:
      let outcome = branch.cell.outcome(in: [])
      let mark = branch.isUnlessRight ? Self.rightMark : ""
      return ((outcome.phase.map(table.title) ?? "(reste)") + mark, acts, outcome.basis.citation)
    }
  }

  // MARK: Ladders

  private var ladders: String {
    guard let first = table.ladders.first else { return "" }
    let protections = first.rungs.enumerated().map { place, rung in
      "\(place + 1). \(rung.protection.frenchName) (\(rung.protection.basis.citation))"
    }
    let head = [
      "| échelle | protection | la piste va à | et nous | parce que |", "|---|---|---|---|---|",
    ]
    return
      (["## L'échelle des protections", "", "La première qui tient, dans cet ordre, décide :", ""]
      + protections + [""] + head + table.ladders.flatMap(rungs) + [""]).joined(separator: "\n")
  }

  /// Rungs that differ in nothing but the text of the protection are one line.
  private func rungs(_ ladder: Ladder<Phase>) -> [String] {
    var lines: [(from: Int, through: Int, result: String)] = []
    for (place, rung) in ladder.rungs.enumerated() {
      let result = cells(branch(rung.cell)).replacing(
        "| \(rung.protection.basis.citation) |", with: "| le texte de la protection |")
      if let last = lines.last, last.result == result {
        lines[lines.count - 1].through = place + 1
      } else {
        lines.append((place + 1, place + 1, result))
      }
    }
    let held = lines.map { line in
      let numbers = line.from == line.through ? "\(line.from)" : "\(line.from) à \(line.through)"
      return "| \(ladder.title) | \(numbers) | \(line.result)"
    }
    return held
      + ladder.free.branches.map { branch in
        let conditions = branch.conditions.isEmpty ? "" : ", " + branch.conditions
        return "| \(ladder.title) | aucune\(conditions) | \(cells(branch))"
      }
  }

  private func cells(_ branch: TableCell<Phase>.Branch) -> String {
    let result = result(branch)
    return "\(result.phase) | \(result.acts) | \(result.basis) |"
  }

  private func branch(_ cell: TableCell<Phase>) -> TableCell<Phase>.Branch {
    cell.branches.first ?? TableCell.Branch(conditions: "", cell: cell)
  }
}

extension TableCell {
  /// One way through a cell: what must hold, in French, and what it comes to there.
  fileprivate struct Branch {
    var conditions: String
    var cell: TableCell
    var review: ReviewReason?
    /// Whether a person decides instead, where a right of the household is open.
    var isUnlessRight = false

    /// What we do, in French.
    var acts: [String] {
      let orders = cell.ladders.isEmpty ? cell.outcome(in: []).orders.map(\.frenchName) : []
      return orders + (review.map { ["faisons revoir (\($0.shortName))"] } ?? [])
    }
  }

  fileprivate var branches: [Branch] {
    switch self {
    case .either(.rightOpen, let kept, let no) where kept.isKeptOpen:
      return no.branches.map { branch in
        var branch = branch
        branch.isUnlessRight = true
        return branch
      }
    case .either(let circumstance, let yes, let no):
      return Branch.merged(
        yes.branches.map { $0.given(circumstance) } + no.branches.map(\.otherwise))
    case .flagged(let reason, let cell):
      return cell.branches.map { branch in
        var branch = branch
        branch.review = branch.review ?? reason
        return branch
      }
    case .go, .stay, .ladder, .ignore: return [Branch(conditions: "", cell: self)]
    }
  }

  /// Whether a person is asked, because a right of the household is open.
  private var isKeptOpen: Bool {
    if case .flagged(.rightOpen, .stay([], _)) = self { true } else { false }
  }

  /// The phases to which the cell may lead.
  fileprivate var targets: Set<Phase> {
    switch self {
    case .go(let phase, _, _): [phase]
    case .either(_, let yes, let no): yes.targets.union(no.targets)
    case .ladder(let ladder):
      ladder.rungs.reduce(ladder.free.targets) { $0.union($1.cell.targets) }
    case .flagged(_, let cell): cell.targets
    case .stay, .ignore: []
    }
  }

  /// Why nothing is to be done, where that does not depend on circumstances.
  fileprivate var reason: String? {
    if case .ignore(let basis) = self { basis.citation } else { nil }
  }
}

// Branches are read in their order: « sinon » is said of all that stands above.
extension TableCell.Branch {
  /// The branch where that circumstance holds, too.
  fileprivate func given(_ circumstance: Circumstance) -> Self {
    let first = "si " + circumstance.frenchName
    if conditions.isEmpty { return under(first) }
    if conditions == "sinon" { return under("sinon, " + first) }
    let isLater = conditions.hasPrefix("sinon, ")
    return under(
      isLater
        ? "sinon, " + first + " et " + conditions.dropFirst("sinon, ".count)
        : first + " et " + conditions)
  }

  /// The branch where what was asked before does not hold. A chain says « sinon » once.
  fileprivate var otherwise: Self {
    if conditions.isEmpty { return under("sinon") }
    return conditions.hasPrefix("sinon") ? self : under("sinon, " + conditions)
  }

  /// Neighbours that come to the same are one branch.
  fileprivate static func merged(_ branches: [Self]) -> [Self] {
    branches.reduce(into: []) { merged, branch in
      guard let last = merged.last, last.cell == branch.cell, last.review == branch.review,
        branch.conditions.hasPrefix("sinon, si ")
      else { return merged.append(branch) }
      merged[merged.count - 1] = last.under(
        last.conditions + " ou " + branch.conditions.dropFirst("sinon, ".count))
    }
  }

  private func under(_ conditions: String) -> Self {
    var branch = self
    branch.conditions = conditions
    return branch
  }
}

extension PhaseDeadline.Term {
  fileprivate func frenchName(_ fallback: CharteDelay) -> String {
    switch self {
    case .fromAct(let rule): "règle « \(rule.rawValue) », à compter de l'acte"
    case .fromDecision(let rule): "règle « \(rule.rawValue) », à compter du jour de l'entrée"
    case .beforeHearing(let rule): "règle « \(rule.rawValue) », à rebours depuis l'audience"
    case .hearing: "jour de l'audience"
    case .judgment: "jour annoncé du délibéré"
    case .quitPeriod: "fin des deux mois du CQL (CPCE L412-1)"
    case .judgeDelays: "dernier jour des délais accordés par le juge (CPCE L412-3)"
    case .notice: "règle « CDP.delai », à compter de l'acte, dans la version que le bail désigne"
    case .clauseSuspension:
      "règle « JUGE.surendettement », à compter de la décision (C. consom. L714-1)"
    case .protocolTerm: "terme du protocole (CCH L353-15-2)"
    case .charte: fallback.rawValue
    }
  }
}
