public import Contracts

/// A track's rules as a value, whether written in Swift or read from a released file: the same
/// engine runs both, and a deliberately broken one can be explored.
public struct TrackTable<Phase: TrackPhase>: Hashable, Sendable {
  /// The families, in the order in which they are printed.
  public var families: [Family]
  /// The triggers that the version knows, in the order in which they are printed.
  public let triggers: [Trigger]
  /// The cell of each phase and trigger, made once from the families.
  public var cells: CaseTable<Phase, CaseTable<Trigger, TableCell<Phase>>>
  /// The deadline of each phase; only the final one has none.
  public var deadlines: [Phase: PhaseDeadline]

  /// Phases that share most rows.
  public struct Family: Codable, Hashable, Sendable {
    /// Its name in released files.
    public var name: String
    /// Its name, in French.
    public var title: String
    /// One row for each group of triggers with the same cell: together, every trigger.
    public var rows: [TableRow<Phase>]
    public var phases: [Entry]
  }

  /// One phase of a family.
  public struct Entry: Codable, Hashable, Sendable {
    public var phase: Phase
    /// Its name, in French.
    public var title: String
    /// What it means, in French.
    public var explanation: String
    /// Its deadline; only the final phase has none.
    public var deadline: PhaseDeadline?
    /// What is sent when the dossier closes in this phase.
    public var closingOrders: [Order]
    /// The rows in which it differs from its family.
    public var rows: [TableRow<Phase>]
  }

  init(families: [Family], triggers: [Trigger]) {
    self.families = families
    self.triggers = triggers
    cells = CaseTable()
    deadlines = [:]
    for family in families {
      let base = Self.cells(of: family.rows)
      for entry in family.phases {
        cells[entry.phase] = Self.readingCoarser(base.merging(Self.cells(of: entry.rows)) { $1 })
        deadlines[entry.phase] = entry.deadline
      }
    }
  }

  /// The table that the Swift of the current version writes: it knows every phase and every
  /// trigger.
  init(_ phase: Phase.Type) {
    let families = Phase.Family.allCases.map { family in
      Family(
        name: family.rawValue, title: family.sheet.title,
        rows: TableRow.grouped(Trigger.allCases, by: family.sheet.base),
        phases: Phase.allCases.compactMap { phase in
          let sheet = phase.sheet
          return sheet.family == family ? Entry(phase: phase, sheet: sheet) : nil
        })
    }
    self.init(families: families, triggers: Trigger.allCases)
  }

  private static func cells(of rows: [TableRow<Phase>]) -> [Trigger: TableCell<Phase>] {
    var cells: [Trigger: TableCell<Phase>] = [:]
    for row in rows { for trigger in row.triggers { cells[trigger] = row.cell } }
    return cells
  }

  /// A trigger that came later is read in the version's coarser words.
  private static func readingCoarser(
    _ known: [Trigger: TableCell<Phase>]
  ) -> CaseTable<Trigger, TableCell<Phase>> {
    var cells = CaseTable<Trigger, TableCell<Phase>>()
    for trigger in Trigger.allCases {
      cells[trigger] = known[trigger] ?? trigger.coarser.flatMap { known[$0] }
    }
    return cells
  }
}

extension TrackTable {
  /// The phases that the version knows.
  public var phases: [Phase] { families.flatMap(\.phases).map(\.phase) }

  /// The cell of a phase and a trigger.
  ///
  /// A trigger that the version does not know is read in its coarser words; where it has none it
  /// changes nothing, and says so. In a phase that the version does not know, a human must look.
  public func cell(_ phase: Phase, _ trigger: Trigger) -> TableCell<Phase> {
    if let cell = cells[phase]?[trigger] { return cell }
    let isKnown = cells[Phase.closed]?[trigger] != nil
    return isKnown
      ? .flagged(
        .unknownPhase, .stay([], "l'étape n'existe pas dans la version des règles du dossier"))
      : .ignore("la version des règles du dossier ne connaît pas cet acte")
  }

  /// The deadline of a phase; `nil` only for the final one. A phase that the version does not know
  /// is looked at after half a year.
  public func deadline(_ phase: Phase) -> PhaseDeadline? {
    deadlines[phase] ?? (cells[phase] == nil ? PhaseDeadline(after: .halfYear) : nil)
  }

  /// What is sent when the dossier closes in a phase.
  public func closingOrders(_ phase: Phase) -> [Order] { entry(phase)?.closingOrders ?? [] }

  /// The name of a phase in this version, in French.
  public func title(_ phase: Phase) -> String { entry(phase)?.title ?? phase.title }

  private func entry(_ phase: Phase) -> Entry? {
    families.lazy.flatMap(\.phases).first { $0.phase == phase }
  }
}

extension TrackTable.Entry {
  init(phase: Phase, sheet: PhaseSheet<Phase>) {
    self.init(
      phase: phase, title: sheet.title, explanation: sheet.explanation, deadline: sheet.deadline,
      closingOrders: sheet.closingOrders, rows: sheet.rows())
  }
}

extension TableRow {
  /// Triggers in rows, those with the same cell together; those that change nothing last.
  static func grouped(
    _ triggers: [Trigger], by cell: (Trigger) -> TableCell<Phase>
  ) -> [TableRow] {
    var rows: [TableRow] = []
    var places: [TableCell<Phase>: Int] = [:]
    for trigger in triggers {
      let cell = cell(trigger)
      if let place = places[cell] {
        rows[place].triggers.append(trigger)
      } else {
        places[cell] = rows.count
        rows.append(TableRow(triggers: [trigger], cell: cell))
      }
    }
    return rows.filter { !$0.cell.isIgnored } + rows.filter(\.cell.isIgnored)
  }
}
