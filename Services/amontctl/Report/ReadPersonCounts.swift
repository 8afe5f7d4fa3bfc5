import Contracts
import OperatorReading
import PostgreSQL

extension ServiceDatabases {
  /// A partner's own words for a refusal may say something of a person: only whether it gave any.
  static func refusals(_ year: Int) -> Query {
    """
    SELECT household, \(Quantity.refusalReceived.name)::text AS counted, 1 AS number,
      NULL::bigint AS measure,
      CASE WHEN NOT suitable THEN 'inadaptée' WHEN motive IS NULL THEN 'sans motif'
        ELSE 'avec motif' END AS detail
    FROM offer
    WHERE state IN ('refused', 'unsuitable')
      AND offered_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  /// The DSF that were asked for, in the year in which they came to where they stand.
  static func reports(_ year: Int) -> Query {
    """
    SELECT household, counted, number, NULL::bigint AS measure, NULL::text AS detail
    FROM dossier
    CROSS JOIN LATERAL (VALUES (\(Quantity.dsfAsked.name)::text, 1),
      (\(Quantity.dsfCarence.name)::text, (dsf = 'sent-without-meeting')::int)) AS counts (counted, number)
    WHERE dsf IN ('requested', 'observed', 'missing', 'sent-without-meeting', 'sent') AND number > 0
      AND dsf_since BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  static func households(_ year: Int) -> Query {
    """
    SELECT household, \(Quantity.householdDiagnosed.name)::text AS counted, 1 AS number,
      NULL::bigint AS measure,
      CASE WHEN children > 0 AND adults = 1 THEN 'un adulte et enfants'
        WHEN children > 0 THEN 'plusieurs adultes et enfants' WHEN adults = 1 THEN 'personne seule'
        ELSE 'plusieurs adultes' END AS detail
    FROM diagnosis WHERE made_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    """
  }

  /// Events, whoever they are about: a refused one is about nobody that is known.
  static func receptions(_ year: Int) -> Query {
    """
    SELECT NULL::uuid AS household, counted, number, NULL::bigint AS measure,
      CASE WHEN counted = \(Quantity.eventReceived.name) THEN code END AS detail
    FROM (
      SELECT code, count(*) AS received, count(*) FILTER (WHERE status = 'refuse') AS refused,
        count(*) FILTER (WHERE code = 'accepte.commune-inconnue') AS unknown
      FROM reception
      WHERE received_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
      GROUP BY code) AS answers
    CROSS JOIN LATERAL (VALUES (\(Quantity.eventReceived.name)::text, received),
      (\(Quantity.eventRejected.name)::text, refused),
      (\(Quantity.eventOfUnknownCommune.name)::text, unknown)) AS counts (counted, number)
    """
  }

  /// What agents decided of households that may be one, and what is left to them.
  static func decisions(_ year: Int) -> Query {
    """
    SELECT NULL::uuid AS household, \(Quantity.merger.name)::text AS counted, count(*) AS number,
      NULL::bigint AS measure,
      CASE action WHEN 'fusion' THEN 'réunion' ELSE 'séparation' END AS detail
    FROM fusion_log
    WHERE decided_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    GROUP BY action
    UNION ALL
    SELECT NULL, \(Quantity.doubt.name)::text, count(*), NULL, reason
    FROM doubt WHERE opened_on BETWEEN make_date(\(year), 1, 1) AND make_date(\(year), 12, 31)
    GROUP BY reason
    """
  }
}
