import OperatorReading

/// The evaluation of a year, as it may be published.
struct YearReport: Encodable, Sendable {
  /// One figure of one indicator in one segment.
  struct Row: Encodable, Sendable, Hashable {
    let indicator: String, name: String, cut: String, segment: String
    /// `< 5` where it is small, `n. c.` where it would tell a small one.
    let numerator: String
    let denominator: String?
    /// In per cent; for a delay its median and its 90th percentile, in days; the euros or the
    /// months of acts that are counted.
    let share: String?
    /// What the instruction or the Charte aims at.
    let target: String?
    let source: String
  }

  let year: Int
  let rows: [Row]
  /// What the figures do not hold, and why, in French.
  let notes = YearReport.allNotes

  init(year: Int, of figures: YearFigures, targets: [String: String] = [:]) {
    self.year = year
    let disclosure = Disclosure(of: IndicatorLine.all, figures)
    rows = IndicatorLine.all.flatMap { line in
      line.cuts.flatMap { cut in
        figures.segments(cut, of: line.counts).map { segment in
          let above = disclosure[line.counts, cut, segment]
          let below = line.outOf.isEmpty ? nil : disclosure[line.outOf, cut, segment]
          return Row(
            indicator: line.id, name: line.name, cut: cut.rawValue, segment: segment,
            numerator: above.text, denominator: below?.text,
            share: Self.share(of: line, above, below, figures, cut, segment),
            target: targets[line.id] ?? line.target.map(String.init), source: line.source)
        }
      }
    }
  }

  private static func share(
    of line: IndicatorLine, _ above: SmallCells.Shown, _ below: SmallCells.Shown?,
    _ figures: YearFigures, _ cut: Cut, _ segment: String
  ) -> String? {
    guard case .figure(let above) = above else { return nil }
    let measure = figures.sum(line.counts.map(\.measure), cut, segment)
    switch line.kind {
    case .count: return nil
    case .euros: return "\(measure / 100) €"
    case .months: return tenths(of: measure, in: 30) + " mois"
    case .share:
      guard case .figure(let below) = below, below > 0 else { return nil }
      return tenths(of: above * 100, in: below) + " %"
    case .delay:
      return line.counts.first.flatMap { figures.delay($0, cut, segment) }.map {
        "médiane \($0.median) j, 9e décile \($0.ninth) j"
      }
    }
  }

  /// A quotient with one decimal, as French writes it.
  private static func tenths(of figure: Int, in divisor: Int) -> String {
    let tenths = (figure * 10 + divisor / 2) / divisor
    return "\(tenths / 10),\(tenths % 10)"
  }
}

extension SmallCells.Shown {
  /// As it is published.
  var text: String {
    switch self {
    case .figure(let figure): String(figure)
    case .small: "< \(SmallCells.threshold)"
    case .withheld: "n. c."
    }
  }
}

extension YearReport {
  private static let head = [
    "indicateur", "intitulé", "découpage", "segment", "numérateur", "dénominateur", "part",
    "objectif", "source",
  ]

  private static let allNotes = [
    "< \(SmallCells.threshold) : de 1 à \(SmallCells.threshold - 1) ; n. c. : non communiqué, car un"
      + " petit chiffre s'en déduirait.",
    "Un acte compte l'année de son jour, une part l'année de ce qu'elle suppose (signalement,"
      + " assignation, demande, échéancier) : elle peut encore monter.",
    "D2 : l'année est celle où le DSF en est arrivé là ; un DSF retiré n'est pas compté.",
    "AP1.surendettement : un dossier déposé et non décidé n'est pas compté (C. consom. L721-3).",
    "AP1, montants : la dette pour un plan ou un surendettement, l'aide pour le FSL.",
    "C1.mois : mois de trente jours, sans ceux d'un protocole ; une période qui n'a pas de fin court"
      + " jusqu'au 31 décembre.",
    "S1.anciennete : les mois que dit le premier commandement, sinon ceux qui suivent la constitution"
      + " de l'impayé ; rien où le signal ne dit ni l'un ni l'autre.",
    "R1.motifs : les mots du ménage ne sont pas publiés, ils peuvent dire quelque chose de lui.",
    "Q1, événements, réunions et doutes : sans découpage, un événement refusé n'est d'aucun ménage"
      + " connu.",
  ]

  private var cells: [[String]] {
    rows.map {
      [
        $0.indicator, $0.name, $0.cut, $0.segment, $0.numerator, $0.denominator ?? "",
        $0.share ?? "", $0.target ?? "", $0.source,
      ]
    }
  }

  var table: String {
    "Évaluation de l'année \(year)\n\n"
      + TextTable([Self.head] + cells, leading: [0, 1, 2, 3, 6, 8]).text + "\n"
      + notes.map { "- \($0)\n" }.joined()
  }

  /// Columns for a spreadsheet (RFC 4180).
  var csv: String { ([Self.head] + cells).map(CSV.line).joined() }
}
