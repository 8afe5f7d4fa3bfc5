import Contracts
import OperatorReading
import PostgreSQL

extension ServiceDatabases {
  /// What each service counts: one row an act or a demand, for a server that thinks it has few of
  /// them would walk the lists anew for each. Rows of the columns `household`, `counted`, `number`,
  /// `measure` and `detail`; of a delay, `measure` is its days.
  static func queries(of year: Int) -> [(ServiceName, [Query])] {
    [
      (.courtLiaison, [hearings(year), summonses(year), indemnities(year), liabilities(year)]),
      (.debtSettlement, [paths(year), schedules(year), debts(year)]),
      (.rehousing, [refusals(year)]),
      (.socialDiagnosis, [reports(year), households(year)]),
      (.intake, [receptions(year), decisions(year)]),
    ]
  }

  // court-liaison

  private static func hearings(_ year: Int) -> Query {
    """
    SELECT household, counted, number, NULL::bigint AS measure, NULL::text AS detail
    FROM hearing
    CROSS JOIN LATERAL (VALUES (\(Quantity.hearingHeld.name)::text, 1),
      (\(Quantity.hearingAttended.name)::text, (state = 'tenant-present')::int)) AS
      counts (counted, number)
    WHERE state IN ('tenant-present', 'tenant-absent') AND number > 0
      AND hearing_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  private static func summonses(_ year: Int) -> Query {
    """
    SELECT household, counted, 1 AS number, NULL::bigint AS measure, NULL::text AS detail
    FROM act
    CROSS JOIN LATERAL (VALUES (\(Quantity.summonsNotified.name)::text, true),
      (\(Quantity.summonsLate.name)::text,
        'notification-tardive' = ANY(string_to_array(irregularities, ','))),
      (\(Quantity.summonsUnknownAddress.name)::text,
        'adresse' = ANY(string_to_array(irregularities, ',')))) AS counts (counted, holds)
    WHERE kind = 'summons' AND standing = 'counted' AND holds
      AND act_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  private static func indemnities(_ year: Int) -> Query {
    """
    SELECT household, CASE
        WHEN kind = 'compensation-claim' THEN \(Quantity.indemnityClaimed.name)::text
        WHEN kind = 'compensation-silence' THEN \(Quantity.indemnitySilence.name)::text
        WHEN outcome = 'granted' THEN \(Quantity.indemnityGranted.name)::text
        ELSE \(Quantity.indemnityRefused.name)::text END AS counted,
      1 AS number, coalesce(amount, 0) AS measure, NULL::text AS detail
    FROM act
    WHERE kind IN ('compensation-claim', 'compensation-decision', 'compensation-silence')
      AND standing = 'counted'
      AND act_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  /// The days of a period that lie in the year, without those of a protocole de cohésion sociale. A
  /// period without an end runs to that of the year.
  private static func liabilities(_ year: Int) -> Query {
    """
    SELECT household, \(Quantity.liability.name)::text AS counted, 1 AS number,
      last - first + 1 - CASE WHEN suspended = '' THEN 0 ELSE (
        SELECT count(*) FROM generate_series(first, last, interval '1 day') AS day
        WHERE EXISTS (
          SELECT FROM unnest(string_to_array(suspended, ',')) AS range
          WHERE day::date BETWEEN split_part(range, '/', 1)::date
            AND split_part(range, '/', 2)::date)) END AS measure, NULL::text AS detail
    FROM (
      SELECT household, suspended, greatest(starts_on, make_date(\(year), 1, 1)) AS first,
        least(coalesce(ends_on - 1, make_date(\(year), 12, 31)), make_date(\(year), 12, 31)) AS last
      FROM liability) AS periods
    WHERE first <= last
    """
  }

  // debt-settlement

  /// Rows of the path surendettement are counted once they are decided (C. consom. L721-3).
  private static func paths(_ year: Int) -> Query {
    """
    SELECT household, path || counted AS counted, number, measure, NULL::text AS detail
    FROM (
      SELECT household, path, amount, ended_on - asked_on AS days,
        outcome IN ('accepted', 'broken') AS accepted, outcome IN ('accepted', 'refused') AS answered,
        outcome IN ('accepted', 'broken') AND is_within_notice IS TRUE AS within
      FROM path_record
      WHERE asked_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
        AND NOT (path = 'surendettement' AND outcome = 'open')) AS demands
    CROSS JOIN LATERAL (VALUES ('.asked', 1, NULL::bigint), ('.accepted', accepted::int,
      coalesce(amount, 0) * accepted::int), ('.within', within::int, NULL),
      ('.days', answered::int, days)) AS counts (counted, number, measure)
    WHERE number > 0
    """
  }

  private static func schedules(_ year: Int) -> Query {
    """
    SELECT household, counted, number, NULL::bigint AS measure, CASE
        WHEN counted <> \(Quantity.scheduleBroken.name) THEN NULL
        WHEN broken_at <= 3 THEN '1 à 3' WHEN broken_at <= 12 THEN '4 à 12'
        WHEN broken_at <= 36 THEN '13 à 36' ELSE 'inconnue' END AS detail
    FROM schedule_record
    CROSS JOIN LATERAL (VALUES (\(Quantity.scheduleGranted.name)::text, 1),
      (\(Quantity.scheduleKept.name)::text, (stage = 'completed')::int),
      (\(Quantity.scheduleBroken.name)::text, (stage = 'broken')::int)) AS counts (counted, number)
    WHERE kind = 'judge' AND number > 0
      AND started_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  private static func debts(_ year: Int) -> Query {
    """
    SELECT household, \(Quantity.debtOverRent.name)::text AS counted, 1 AS number,
      NULL::bigint AS measure,
      CASE WHEN debt < 3 * rent THEN 'moins de 3' WHEN debt < 6 * rent THEN '3 à 6'
        WHEN debt < 12 * rent THEN '6 à 12' ELSE '12 et plus' END AS detail
    FROM dossier
    WHERE rent > 0 AND claim_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    UNION ALL
    SELECT household, \(Quantity.debtAge.name)::text, 1, NULL,
      CASE WHEN months_unpaid < 3 THEN 'moins de 3 mois' WHEN months_unpaid < 6 THEN '3 à 5 mois'
        WHEN months_unpaid < 12 THEN '6 à 11 mois' ELSE '12 mois et plus' END
    FROM settlement_detail
    WHERE first_signal_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }
}
