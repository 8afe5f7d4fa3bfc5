-- How the broker handed over what is in quarantine: from which queue, and how often.

ALTER TABLE quarantine ADD COLUMN queue text,
  ADD COLUMN deliveries integer CONSTRAINT quarantine_deliveries_counted CHECK (deliveries > 0);
COMMENT ON COLUMN quarantine.queue IS
  'The queue that the message came from, a dead letter queue among them; NULL for the end of a delay, for what '
  'was passed over, and for rows older than the column.';
COMMENT ON COLUMN quarantine.deliveries IS
  'How often the broker had delivered the message from that queue when it was put aside.';
