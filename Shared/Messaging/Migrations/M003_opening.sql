-- A dossier keeps the version of the Charte of the day on which it was opened.

ALTER TABLE journal_head ADD COLUMN opened_on date;
COMMENT ON COLUMN journal_head.opened_on IS
  'Day of the first act of which the service heard, in the order of the acts. NULL for a dossier older '
  'than the journal until its next message, whose day then serves.';
UPDATE journal_head AS h SET opened_on = (
  SELECT j.occurred_on FROM journal AS j WHERE j.household = h.household AND NOT j.recalled
  ORDER BY j.root, j.path, j.source, j.id LIMIT 1);
