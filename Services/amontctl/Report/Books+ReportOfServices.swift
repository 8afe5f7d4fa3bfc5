import Contracts
import PostgreSQL

extension Books {
  /// What the saga is not told and another service knows: one aggregated query a service. Each gives
  /// an indicator, its name, how it is cut, a segment, a numerator, and a denominator where there is one.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func others(
    of year: Int, targets: [String: String]
  ) async throws -> [YearReport.Row] {
    var rows: [YearReport.Row] = []
    for (service, table, query) in Self.queries(of: year) {
      let read = try await self.query(service, query)
      let source = "\(service.rawValue), \(table)"
      rows += try Self.published(Array(read), targets, source: source)
    }
    return rows
  }

  /// The rows of one indicator are parts of a whole: they are shown together.
  private static func published(
    _ rows: [PostgreSQL.Row], _ targets: [String: String], source: String
  ) throws -> [YearReport.Row] {
    let names = try rows.map { try $0.text("indicator") }
    var published: [YearReport.Row] = []
    for name in Set(names).sorted() {
      let own = rows.indices.filter { names[$0] == name }.map { rows[$0] }
      let above = try own.map { try $0.int("numerator") }
      let below = try own.map { try $0.intIfPresent("denominator") }
      let telling = Set(
        own.indices.filter { SmallCells.isSmall((below[$0] ?? above[$0]) - above[$0]) })
      let shown = SmallCells.show(above, alsoSmall: telling)
      let shownBelow = SmallCells.show(below.map { $0 ?? 0 })
      for place in own.indices {
        var euros: String?
        if case .figure = shown[place], let cents = try own[place].intIfPresent("cents") {
          euros = "\(cents / 100) €"
        }
        published.append(
          YearReport.Row(
            indicator: name, name: try own[place].text("name"), cut: try own[place].text("cut"),
            segment: try own[place].text("segment"), numerator: shown[place].text,
            denominator: below[place] == nil ? nil : shownBelow[place].text, share: euros,
            target: targets[name], source: source))
      }
    }
    return published
  }

  private static func queries(of year: Int) -> [(ServiceName, String, Query)] {
    [
      (.courtLiaison, "table hearing", attendance(year)),
      (.debtSettlement, "tables dossier et schedule", debts(year)),
      (.rehousing, "table offer", refusals(year)),
      (.socialDiagnosis, "table diagnosis", households(year)),
      (.intake, "tables reception et doubt", quality(year)),
    ]
  }

  private static func attendance(_ year: Int) -> Query {
    """
    SELECT 'A1' AS indicator, 'audiences où le locataire est présent ou représenté' AS name,
      'bailleur' AS cut, coalesce(landlord, 'inconnu') AS segment,
      count(*) FILTER (WHERE state = 'tenant-present') AS numerator, count(*) AS denominator,
      NULL::bigint AS cents
    FROM hearing JOIN court_file USING (household)
    WHERE state IN ('tenant-present', 'tenant-absent')
      AND hearing_on >= make_date(\(year), 1, 1) AND hearing_on < make_date(\(year) + 1, 1, 1)
    GROUP BY landlord
    """
  }

  private static func debts(_ year: Int) -> Query {
    """
    SELECT 'AP1.fsl.montant' AS indicator, 'aides du FSL, et leur montant' AS name, 'bailleur' AS cut,
      coalesce(landlord_kind, 'inconnu') AS segment, count(*) AS numerator,
      NULL::bigint AS denominator, sum(fsl_amount)::bigint AS cents
    FROM dossier WHERE fsl = 'accepted' AND extract(year FROM fsl_since) = \(year) GROUP BY landlord_kind
    UNION ALL
    SELECT 'E1.rang', 'échéanciers du juge rompus, par rang de la mensualité', 'mensualité',
      CASE WHEN broken_at <= 3 THEN '1 à 3' WHEN broken_at <= 12 THEN '4 à 12' ELSE '13 à 36' END,
      count(*), NULL, NULL
    FROM schedule WHERE kind = 'judge' AND stage = 'broken' AND extract(year FROM started_on) = \(year)
    GROUP BY 4
    UNION ALL
    SELECT 'S1.dette', 'dette rapportée au loyer, au dernier décompte', 'mois de loyer',
      CASE WHEN debt < 3 * rent THEN 'moins de 3' WHEN debt < 6 * rent THEN '3 à 6'
        WHEN debt < 12 * rent THEN '6 à 12' ELSE '12 et plus' END,
      count(*), NULL, NULL
    FROM dossier WHERE rent > 0 AND extract(year FROM claim_on) = \(year) GROUP BY 4
    """
  }

  /// A partner's own words for a refusal may say something of a person: only whether it gave any.
  private static func refusals(_ year: Int) -> Query {
    """
    SELECT 'R1.motifs' AS indicator, 'propositions refusées, selon qu''un motif est donné' AS name,
      'motif du refus' AS cut,
      CASE WHEN NOT suitable THEN 'inadaptée' WHEN motive IS NULL THEN 'sans motif'
        ELSE 'avec motif' END AS segment,
      count(*) AS numerator, NULL::bigint AS denominator, NULL::bigint AS cents
    FROM offer WHERE state IN ('refused', 'unsuitable') AND extract(year FROM offered_on) = \(year)
    GROUP BY 4
    """
  }

  private static func households(_ year: Int) -> Query {
    """
    SELECT 'S1.menage' AS indicator, 'ménages diagnostiqués, par composition' AS name,
      'composition' AS cut,
      CASE WHEN children > 0 AND adults = 1 THEN 'un adulte et enfants'
        WHEN children > 0 THEN 'plusieurs adultes et enfants' WHEN adults = 1 THEN 'personne seule'
        ELSE 'plusieurs adultes' END AS segment,
      count(*) AS numerator, NULL::bigint AS denominator, NULL::bigint AS cents
    FROM diagnosis WHERE extract(year FROM made_on) = \(year) GROUP BY 4
    """
  }

  private static func quality(_ year: Int) -> Query {
    """
    SELECT 'Q1.messages' AS indicator, 'événements reçus, par réponse' AS name, 'réponse' AS cut,
      CASE WHEN status = 'accepte' THEN 'accepté' ELSE code END AS segment, count(*) AS numerator,
      NULL::bigint AS denominator, NULL::bigint AS cents
    FROM reception WHERE extract(year FROM received_on) = \(year) GROUP BY 4
    UNION ALL
    SELECT 'Q1.dossiers', 'dossiers réunis ou séparés sur décision', 'décision',
      CASE type WHEN 'fr.amont.dossier.fusion.v1' THEN 'réunion' ELSE 'séparation' END, count(*),
      NULL, NULL
    FROM reception WHERE status = 'accepte' AND extract(year FROM received_on) = \(year)
      AND type IN ('fr.amont.dossier.fusion.v1', 'fr.amont.dossier.separation.v1')
    GROUP BY 4
    UNION ALL
    SELECT 'Q1.doutes', 'rapprochements laissés à un agent', 'raison', reason, count(*), NULL, NULL
    FROM doubt WHERE extract(year FROM opened_on) = \(year) GROUP BY reason
    """
  }
}
