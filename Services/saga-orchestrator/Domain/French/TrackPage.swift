import Contracts
import LegalCalendar

/// A track's whole table as a page that a jurist reads: a diagram, then one table a phase. Drawn from
/// the very values that decide.
public struct TrackPage<Phase: TrackPhase>: Sendable {
  private let table: TrackTable<Phase>
  private let version: Int

  /// The page of a table.
  public init(_ table: TrackTable<Phase>, version: Int) {
    self.table = table
    self.version = version
  }

  /// The page, in Markdown.
  public var text: String {
    let name = Phase.track.frenchName
    return """
      # Piste « \(name) », version \(version)

      Chaque ligne se lit : quand ceci arrive, la piste va à cette étape, et nous demandons cela, parce
      que tel texte le dit. Rien n'est décidé ailleurs.

      \(diagram)
      \(table.phases.map(section).joined(separator: "\n"))
      """
  }

  // MARK: Diagram

  private var diagram: String {
    var lines = ["```mermaid", "stateDiagram-v2"]
    lines += table.phases.map { "  \($0.rawValue) : \(table.words($0).title)" }
    lines.append("  [*] --> \(Phase.initial.rawValue)")
    for from in table.phases {
      for to in table.phases where to != from {
        let triggers = table.triggers.filter { table.row(from, $0).targets.contains(to) }
        guard let first = triggers.first else { continue }
        let others = triggers.count - 1
        let more = others == 0 ? "" : " (et \(others) \(others == 1 ? "autre" : "autres"))"
        lines.append("  \(from.rawValue) --> \(to.rawValue) : \(first.frenchName)\(more)")
      }
    }
    return (lines + ["```", ""]).joined(separator: "\n")
  }

  // MARK: One phase

  private func section(_ phase: Phase) -> String {
    let words = table.words(phase)
    var lines = ["## \(words.title) (`\(phase.rawValue)`)", "", words.explanation, ""]
    lines.append(deadline(phase))
    let closing = table.closingOrders(phase).map(\.frenchName)
    if !closing.isEmpty {
      lines.append("À la clôture : nous " + closing.joined(separator: ", ") + ".")
    }
    lines += ["", "| quand | la piste va à | et nous | parce que |", "|---|---|---|---|"]
    return (lines + cells(phase)).joined(separator: "\n") + "\n"
  }

  private func deadline(_ phase: Phase) -> String {
    guard let deadline = table.deadline(phase) else {
      return "Aucune échéance : l'étape est finale."
    }
    let fallback =
      deadline.term == .charte ? "" : " ; à défaut, délai « \(deadline.fallback.rawValue) »"
    return "Échéance : \(deadline.term.frenchName(deadline.fallback))\(fallback). "
      + "Passée sans suite : \(deadline.trigger.frenchName)."
  }

  /// The triggers in their order, those with the same row together.
  private func cells(_ phase: Phase) -> [String] {
    var rows: [(row: Row<Phase>, triggers: [Trigger])] = []
    for trigger in table.triggers {
      let row = table.row(phase, trigger)
      if let index = rows.firstIndex(where: { $0.row == row }) {
        rows[index].triggers.append(trigger)
      } else {
        rows.append((row, [trigger]))
      }
    }
    let acting = rows.filter { !$0.row.isIgnored } + rows.filter(\.row.isIgnored)
    return acting.flatMap { row, triggers in
      cells(row, when: triggers.map(\.frenchName).joined(separator: " ; "))
    }
  }

  private func cells(_ row: Row<Phase>, when: String) -> [String] {
    row.branches.map { branch in
      let conditions = branch.conditions.isEmpty ? "" : ", " + branch.conditions
      let target =
        branch.outcome.isIgnored
        ? "—" : branch.outcome.phase.map { table.words($0).title } ?? "(reste)"
      var acts = branch.outcome.orders.map(\.frenchName)
      if let review = branch.outcome.review { acts.append("faisons revoir : \(review.frenchName)") }
      let what =
        acts.isEmpty ? (branch.outcome.isIgnored ? "rien" : "—") : acts.joined(separator: ", ")
      return "| \(when)\(conditions) | \(target) | \(what) | \(branch.outcome.basis.citation) |"
    }
  }
}

extension Row {
  /// One way through a row: what must hold, in French, and what it comes to.
  fileprivate typealias Branch = (conditions: String, outcome: Outcome<Phase>)

  fileprivate var branches: [Branch] {
    switch self {
    case .either(let circumstance, let yes, let no):
      let first = "si " + circumstance.frenchName
      return yes.branches.map {
        ($0.conditions.isEmpty ? first : first + " et " + $0.conditions, $0.outcome)
      }
        + no.branches.map {
          ($0.conditions.isEmpty ? "sinon" : Self.otherwise($0.conditions), $0.outcome)
        }
    case .flagged(let reason, let row):
      return row.branches.map { branch in
        var outcome = branch.outcome
        outcome.review = outcome.review ?? reason
        return (branch.conditions, outcome)
      }
    case .go, .stay, .ignore:
      return [("", outcome(in: []))]
    }
  }

  /// A chain of alternatives says "sinon" once.
  private static func otherwise(_ conditions: String) -> String {
    conditions.hasPrefix("sinon") ? conditions : "sinon, " + conditions
  }

  fileprivate var targets: Set<Phase> { Set(branches.compactMap(\.outcome.phase)) }

  fileprivate var isIgnored: Bool { branches.allSatisfy(\.outcome.isIgnored) }
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
    case .charte: "délai « \(fallback.rawValue) » de la Charte, à compter du jour de l'entrée"
    }
  }
}
