import Contracts
import LegalCalendar
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// The statements that write what dossiers count for, in bulk, for those where it may have changed.
enum SaveIndicators {
  private typealias Counted = (
    household: HouseholdID, file: Dossier, motive: String, place: Indicators.Place, value: Int
  )

  static func queries(
    _ files: SaveDossiers.Files, by calendar: (Dossier) -> LegalCalendar
  ) -> [Query] {
    let changed = files.filter(\.file.mustCount)
    guard !changed.isEmpty else { return [] }
    let rows = changed.flatMap { household, file -> [Counted] in
      let motive = Indicators.motive(of: file.facts)
      return file.indicators(by: calendar(file)).values.map { (household, file, motive, $0, $1) }
    }
    return [facts(changed), gone(changed.map(\.household), rows), counted(rows)]
  }

  private static func facts(_ files: SaveDossiers.Files) -> Query {
    let rows = files.flatMap { household, file in file.facts.map { (household, fact: $0) } }
    return """
      INSERT INTO indicator_fact (household, what, on_day)
      SELECT * FROM unnest(\(rows.map(\.0))::uuid[], \(rows.map(\.fact.what.rawValue))::text[],
        \(rows.map(\.fact.on))::date[])
      ON CONFLICT DO NOTHING
      """
  }

  /// What a dossier counts for no more.
  private static func gone(_ households: [HouseholdID], _ kept: [Counted]) -> Query {
    """
    DELETE FROM indicator WHERE household = ANY(\(households)::uuid[]) AND NOT EXISTS (
      SELECT FROM unnest(\(kept.map(\.household))::uuid[], \(kept.map(\.place.year))::smallint[],
        \(kept.map(\.place.mark.rawValue))::text[]) AS kept (household, year, mark)
      WHERE kept.household = indicator.household AND kept.year = indicator.year
        AND kept.mark = indicator.mark)
    """
  }

  private static func counted(_ rows: [Counted]) -> Query {
    """
    INSERT INTO indicator (household, year, mark, value, commission, landlord, motive)
    SELECT * FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.place.year))::smallint[],
      \(rows.map(\.place.mark.rawValue))::text[], \(rows.map(\.value))::integer[],
      \(rows.map(\.file.commission))::text[],
      \(rows.map { $0.file.landlord?.rawValue ?? "inconnu" })::text[],
      \(rows.map(\.motive))::text[])
    ON CONFLICT (household, year, mark) DO UPDATE SET value = excluded.value,
      commission = excluded.commission, landlord = excluded.landlord, motive = excluded.motive
    WHERE (indicator.value, indicator.commission, indicator.landlord, indicator.motive)
      IS DISTINCT FROM (excluded.value, excluded.commission, excluded.landlord, excluded.motive)
    """
  }
}
