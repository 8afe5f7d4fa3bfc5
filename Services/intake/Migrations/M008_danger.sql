-- How far the procedure has come and how much is owed, by all the signals of a household: it orders
-- the queues of the commission.

ALTER TABLE dossier
  ADD COLUMN stage text CONSTRAINT dossier_stage_is_known CHECK (stage IN
    ('impaye', 'commandement', 'assignation', 'quitter-les-lieux', 'concours')),
  ADD COLUMN stage_on date,
  ADD COLUMN debt_on date,
  ADD COLUMN debt_rents integer,
  ADD COLUMN fewest_days integer,
  ADD COLUMN fewest_rents integer,
  ADD CONSTRAINT dossier_danger_is_whole
    CHECK ((stage IS NULL) = (stage_on IS NULL)
      AND (stage IS NOT NULL OR fewest_days IS NULL) AND (debt_on IS NULL) = (debt_rents IS NULL)
      AND (debt_on IS NULL) = (fewest_rents IS NULL));
COMMENT ON COLUMN dossier.stage IS
  'How far the procedure has come by the acts that told of it. NULL for a dossier whose signals came '
  'before this release, until the next one.';
COMMENT ON COLUMN dossier.debt_rents IS
  'The debt in monthly rents, rounded up, by the latest décompte.';
COMMENT ON COLUMN dossier.fewest_rents IS
  'The smallest debt that any décompte told, in monthly rents, rounded up.';
COMMENT ON COLUMN dossier.fewest_days IS
  'The fewest days that an act left, from its own to the hearing or the end of its delay; NULL while none '
  'set a last day.';
