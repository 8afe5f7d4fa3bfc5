-- How far the procedure has come and how much is owed, by all the signals of a household: it orders
-- the queues of the commission.

ALTER TABLE dossier
  ADD COLUMN stage text CONSTRAINT dossier_stage_is_known CHECK (stage IN
    ('impaye', 'commandement', 'assignation', 'quitter-les-lieux', 'concours')),
  ADD COLUMN stage_on date,
  ADD COLUMN debt_on date,
  ADD COLUMN debt_rents integer,
  ADD COLUMN score integer,
  ADD CONSTRAINT dossier_danger_is_whole
    CHECK ((stage IS NULL) = (stage_on IS NULL) AND (stage IS NULL) = (score IS NULL)
      AND (debt_on IS NULL) = (debt_rents IS NULL));
COMMENT ON COLUMN dossier.stage IS
  'How far the procedure has come by the acts that told of it. NULL for a dossier whose signals came '
  'before this release, until the next one.';
COMMENT ON COLUMN dossier.debt_rents IS
  'The debt in monthly rents, rounded up, by the latest décompte.';
COMMENT ON COLUMN dossier.score IS
  'The rank in the queue of the commission, the highest first: it never falls, and decides nothing.';
