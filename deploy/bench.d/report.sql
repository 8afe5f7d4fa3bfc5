-- The rows that the yearly evaluation reads, of so many dossiers in eight years: a part a service, run by
-- deploy/bench.d/report. Foreign keys are not followed, and an index that every row would move is made
-- once at the end.

-- saga-orchestrator
SET session_replication_role = replica;
ALTER TABLE indicator DROP CONSTRAINT indicator_key;
DROP INDEX indicator_of_year;
INSERT INTO dossier (household, version, contact_phase, debt_phase, housing_phase, procedure_phase,
  circumstances, opened_on, commission, landlord, entries)
SELECT md5(d::text)::uuid, 2, 'none', 'none', 'none', 'none', '{}', make_date(2018 + d % 8, 3, 1),
  'arrondissement-' || d % 3,
  (ARRAY['personne-physique', 'sci-familiale', 'personne-morale-sociale', 'personne-morale-privee'])
    [1 + d % 4], 0
FROM generate_series(1, :dossiers) AS d;
INSERT INTO indicator (household, year, mark, value, commission, landlord, motive)
SELECT md5(d::text)::uuid, 2018 + d % 8 + (m > 12)::int,
  (ARRAY['noticeSignalled', 'opened', 'contacted', 'contactedWithinMonth', 'proposalDelay',
    'interviewDelay', 'signalledBeforeSummons', 'planAgreed', 'aidMaintained', 'summoned',
    'summonedForDebt', 'dsfBeforeHearing', 'delaysGranted', 'quitOrder'])[m],
  CASE WHEN m IN (5, 6) THEN d % 60 ELSE 1 END, 'arrondissement-' || d % 3,
  (ARRAY['personne-physique', 'sci-familiale', 'personne-morale-sociale', 'personne-morale-privee'])
    [1 + d % 4], CASE WHEN d % 20 = 0 THEN 'autre' ELSE 'dette' END
FROM generate_series(1, :dossiers) AS d, generate_series(1, 14) AS m;
ALTER TABLE indicator ADD CONSTRAINT indicator_key PRIMARY KEY (household, year, mark);
CREATE INDEX indicator_of_year ON indicator (year, mark, commission, landlord, motive) INCLUDE (value);
VACUUM ANALYZE;
-- end

-- court-liaison
SET session_replication_role = replica;
INSERT INTO hearing (household, hearing_on, state)
SELECT md5(d::text)::uuid, make_date(2018 + d % 8, 9, 1),
  CASE WHEN d % 2 = 0 THEN 'tenant-present' ELSE 'tenant-absent' END
FROM generate_series(1, :dossiers) AS d WHERE d % 3 = 0;
INSERT INTO act (household, entry, kind, act_on, received_on, sender, standing, outcome,
  prefect_told_on, hearing_on, amount, irregularities)
SELECT md5(d::text)::uuid, 1 + row_number() OVER (PARTITION BY d), kind, make_date(2018 + d % 8, 6, 1),
  make_date(2018 + d % 8, 6, 2), 'etude-martin', 'counted', outcome, told, hearing, amount,
  CASE WHEN d % 20 = 0 THEN 'notification-tardive' ELSE '' END
FROM generate_series(1, :dossiers) AS d
CROSS JOIN (VALUES ('summons', 'debt', date '2018-06-01', date '2018-09-01', NULL::bigint, 3),
  ('compensation-claim', NULL, NULL, NULL, 150000, 100),
  ('compensation-decision', 'granted', NULL, NULL, 120000, 200)) AS one (kind, outcome, told, hearing, amount, every)
WHERE d % every = 0;
INSERT INTO liability (household, entry, refused_on, cause, regime, starts_on)
SELECT md5(d::text)::uuid, 1, make_date(2018 + d % 8, 4, 1), 'refus-implicite', 'jurisprudence',
  make_date(2018 + d % 8, 4, 1)
FROM generate_series(1, :dossiers) AS d WHERE d % 50 = 0;
VACUUM ANALYZE;
-- end

-- debt-settlement
SET session_replication_role = replica;
INSERT INTO dossier (household, claim_on, debt, rent, charges, aid, settlement, is_urgent, plan, fsl)
SELECT md5(d::text)::uuid, make_date(2018 + d % 8, 3, 1), 50000 * (d % 14), 60000, 5000, 'unknown',
  'none', false, 'none', 'none'
FROM generate_series(1, :dossiers) AS d;
INSERT INTO settlement_detail (household, is_protected, direct_payment, first_signal_on, months_unpaid)
SELECT md5(d::text)::uuid, false, 'none', make_date(2018 + d % 8, 3, 1), d % 15
FROM generate_series(1, :dossiers) AS d;
INSERT INTO path_record (household, path, asked_on, is_urgent, outcome, ended_on, amount,
  is_within_notice)
SELECT md5(d::text)::uuid, path, make_date(2018 + d % 8, 4, 1), false,
  CASE WHEN d % 3 = 0 THEN 'refused' ELSE 'accepted' END, make_date(2018 + d % 8, 4, 1) + d % 60,
  200000, d % 2 = 0
FROM generate_series(1, :dossiers) AS d CROSS JOIN (VALUES ('plan'), ('fsl')) AS paths (path);
INSERT INTO schedule_record (household, kind, started_on, count, stage, broken_at, since)
SELECT md5(d::text)::uuid, 'judge', make_date(2018 + d % 8, 10, 1), 24,
  CASE WHEN d % 2 = 0 THEN 'broken' ELSE 'completed' END, CASE WHEN d % 2 = 0 THEN 1 + d % 24 END,
  make_date(2019 + d % 8, 10, 1)
FROM generate_series(1, :dossiers) AS d WHERE d % 5 = 0;
VACUUM ANALYZE;
-- end

-- rehousing
SET session_replication_role = replica;
INSERT INTO offer (household, entry, reference, offered_on, suitable, state, state_on, reminded)
SELECT md5(d::text)::uuid, 1, 'OFFRE', make_date(2018 + d % 8, 10, 1), true,
  CASE WHEN d % 2 = 0 THEN 'refused' ELSE 'leased' END, make_date(2018 + d % 8, 10, 9), false
FROM generate_series(1, :dossiers) AS d WHERE d % 10 = 0;
VACUUM ANALYZE;
-- end

-- social-diagnosis
SET session_replication_role = replica;
INSERT INTO dossier (household, contact, reminders, dsf, dsf_since, dsf_is_late, contact_since)
SELECT md5(d::text)::uuid, 'met', 0, CASE WHEN d % 3 = 0 THEN 'sent-without-meeting' ELSE 'requested'
  END, make_date(2018 + d % 8, 7, 1), false, make_date(2018 + d % 8, 4, 1)
FROM generate_series(1, :dossiers) AS d;
INSERT INTO diagnosis (household, origin, made_on, aid, rent, charges, fixed_charges, debt,
  other_debts, adults, children, rent_resumed, wishes_to_stay, conclusion, measure, formula,
  unit_tenths)
SELECT md5(d::text)::uuid, 'initial', make_date(2018 + d % 8, 5, 1), 0, 60000, 5000, 0, 200000, 0,
  1 + d % 2, d % 3, false, true, 'indetermine', 'ressources-a-connaitre', 'x', 10
FROM generate_series(1, :dossiers) AS d;
VACUUM ANALYZE;
-- end

-- intake
SET session_replication_role = replica;
INSERT INTO reception (sender, event_id, type, status, code, household, received_on)
SELECT 'etude-martin', d || '/' || e, 'fr.amont.signalement.cdp.v1',
  CASE WHEN e = 8 THEN 'refuse' ELSE 'accepte' END,
  CASE WHEN e = 8 THEN 'champ.invalide' ELSE 'accepte' END,
  CASE WHEN e < 8 THEN md5(d::text)::uuid END, make_date(2018 + d % 8, e, 1)
FROM generate_series(1, :dossiers) AS d, generate_series(1, 8) AS e;
VACUUM ANALYZE;
-- end
