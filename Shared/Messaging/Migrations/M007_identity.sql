-- What makes a partner's event the same event is more than its identifier: its source and its content.

ALTER TABLE quarantine ADD COLUMN identity text, ADD COLUMN origin text;
UPDATE quarantine SET identity = message_id;
ALTER TABLE quarantine ALTER COLUMN identity SET NOT NULL,
  DROP CONSTRAINT quarantine_message_once,
  ADD CONSTRAINT quarantine_message_once UNIQUE (source, identity);
COMMENT ON COLUMN quarantine.identity IS
  'What makes the message the same message for this service, as in inbox.id: the identifier, unless the '
  'service adds to it.';
COMMENT ON COLUMN quarantine.origin IS
  'The CloudEvents source that a partner wrote; NULL from a service, and for rows older than the column.';
COMMENT ON COLUMN inbox.id IS
  'The identity of the message: its identifier, and for what partners publish a digest of the source and '
  'the content behind it. Rows of earlier releases have the identifier alone.';
