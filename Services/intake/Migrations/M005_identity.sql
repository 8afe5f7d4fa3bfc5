-- An event is named by its account, its source and its identifier; a digest tells its content.

ALTER TABLE reception ADD COLUMN source text NOT NULL DEFAULT '', ADD COLUMN digest text,
  DROP CONSTRAINT reception_key,
  ADD CONSTRAINT reception_key PRIMARY KEY (sender, event_id, source);
COMMENT ON TABLE reception IS
  'What was answered to each event: for a landlord, the proof of its saisine. Written by intake once an '
  'event, rewritten when one that was refused or set aside comes again; lives as long as the dossier, '
  'because a duplicate may come a year later.';
COMMENT ON COLUMN reception.source IS
  'The CloudEvents source that the sender wrote; empty for rows older than the column: any.';
COMMENT ON COLUMN reception.digest IS
  'Of type, household and canonical JSON of the data; NULL for rows older than the column: any.';

ALTER TABLE contribution ADD COLUMN source text NOT NULL DEFAULT '',
  DROP CONSTRAINT contribution_key,
  ADD CONSTRAINT contribution_key PRIMARY KEY (sender, event_id, source);

ALTER TABLE waiting_key DROP CONSTRAINT waiting_key_of_waiting,
  ADD COLUMN source text NOT NULL DEFAULT '',
  DROP CONSTRAINT waiting_key_once,
  ADD CONSTRAINT waiting_key_once PRIMARY KEY (kind, key, sender, event_id, source);
ALTER TABLE waiting ADD COLUMN source text NOT NULL DEFAULT '',
  DROP CONSTRAINT waiting_key_of_event,
  ADD CONSTRAINT waiting_key_of_event PRIMARY KEY (sender, event_id, source);
ALTER TABLE waiting_key ADD CONSTRAINT waiting_key_of_waiting FOREIGN KEY (sender, event_id, source)
  REFERENCES waiting (sender, event_id, source) ON DELETE CASCADE;
DROP INDEX waiting_key_by_event;
CREATE INDEX waiting_key_by_event ON waiting_key (sender, event_id, source);
