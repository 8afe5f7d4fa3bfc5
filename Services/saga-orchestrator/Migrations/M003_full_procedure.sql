-- The full procedure: more ends of a dossier, more days that select the version of a rule, and the
-- rule behind each awaited deadline.

ALTER TABLE dossier
  DROP CONSTRAINT dossier_closure_known,
  ADD CONSTRAINT dossier_closure_known CHECK (closure IN
    ('debtCleared', 'leaseKept', 'rehoused', 'accommodated', 'departed', 'evicted', 'withdrawn',
     'died', 'transferred', 'withoutFollowUp')),
  ADD COLUMN lease_on          date,
  ADD COLUMN notice_decided_by date,
  ADD COLUMN summons_on        date,
  ADD COLUMN decision_on       date,
  ADD COLUMN notified_on       date,
  ADD COLUMN suspension_until  date,
  ADD COLUMN protocol_until    date,
  ADD COLUMN clause_until      date;

-- A step that was armed before this release keeps no version: it is told again when it moves.
ALTER TABLE awaited_step
  ADD COLUMN rule         text NOT NULL DEFAULT 'non enregistrée',
  ADD COLUMN rule_version text NOT NULL DEFAULT 'non enregistrée';
ALTER TABLE awaited_step
  ALTER COLUMN rule DROP DEFAULT,
  ALTER COLUMN rule_version DROP DEFAULT;

CREATE INDEX dossier_live ON dossier (version, household) WHERE closed_on IS NULL;
