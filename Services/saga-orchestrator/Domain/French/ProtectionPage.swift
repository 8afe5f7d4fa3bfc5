import Contracts

/// The protections of a household as a page that a jurist reads: by which text each holds, what gives
/// it, and what alone takes it away.
public struct ProtectionPage: Sendable {
  private let tables: ProcedureTables

  /// The page of a version.
  public init(_ tables: ProcedureTables) { self.tables = tables }

  /// The page, in Markdown.
  public var text: String {
    let rows = Circumstance.protections.map { protection in
      let ends = Trigger.allCases.compactMap { trigger in
        protection.ends[trigger].map { "\(trigger.frenchName) (\($0.citation))" }
      }
      return "| \(protection.frenchName) | \(protection.basis.citation) | "
        + "\(starts(protection)) | \(ends.joined(separator: " ; ")) |"
    }
    return """
      # Protections, version \(tables.version)

      Tant qu'une protection tient, Amont ne prévoit aucune expulsion. Aucun autre acte que ceux de la
      dernière colonne n'y met fin ni n'en avance le terme, sauf une rectification.

      | protection | texte | commence quand | ne finit que quand |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private func starts(_ protection: Circumstance) -> String {
    let triggers = Trigger.allCases.filter { trigger in
      var known = Circumstances([])
      tables.learn(&known, trigger, false)
      return known.contains(protection)
    }
    let names = triggers.map(\.frenchName)
    return (Circumstances.initial.contains(protection) ? ["le dossier s'ouvre"] : [] + names)
      .joined(separator: " ; ")
  }
}
