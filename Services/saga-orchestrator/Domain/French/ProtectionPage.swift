import Contracts

/// The protections of a household as a page that a jurist reads: by which text each holds, what
/// gives it, and what alone takes it away.
struct ProtectionPage: Sendable {
  private let tables: ProcedureTables

  init(_ tables: ProcedureTables) { self.tables = tables }

  /// The page, in Markdown.
  var text: String {
    let rows = Circumstance.protections.map { protection in
      let ends = Trigger.allCases.compactMap { trigger in
        tables.protectionEnds[protection]?[trigger].map { "\(trigger.frenchName) (\($0.citation))" }
      }
      let force = Circumstance.obligations.contains(protection) ? "oblige" : "interdit"
      return "| \(protection.frenchName) | \(force) | \(protection.basis.citation) | "
        + "\(starts(protection)) | \(ends.joined(separator: " ; ")) |"
    }
    return """
      # Protections, version \(tables.version)

      Tant qu'une protection qui interdit tient, Amont ne prévoit aucune expulsion. Celle qui oblige
      n'interdit rien : le préfet en est averti, et l'État répond du concours qu'il refuse. Aucun autre
      acte que ceux de la dernière colonne n'y met fin ni n'en avance le terme, sauf une rectification.

      | protection | effet | texte | commence quand | ne finit que quand |
      |---|---|---|---|---|
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

extension ProcedureTables {
  /// The page of a track.
  public func page(_ track: Track) -> String {
    switch track {
    case .contact: TrackPage(contact, version: version).text
    case .debt: TrackPage(debt, version: version).text
    case .housing: TrackPage(housing, version: version).text
    case .procedure: TrackPage(procedure, version: version).text
    }
  }

  /// The page of the protections; `nil` for a version that did not write down what ends them.
  public var protectionsPage: String? {
    protectionEnds.isEmpty ? nil : ProtectionPage(self).text
  }
}
