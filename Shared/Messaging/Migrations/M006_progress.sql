-- What the broker hands over again is counted apart; how long a message waits for the broker is known.

ALTER TABLE ledger_counter DROP CONSTRAINT ledger_entry_known;
ALTER TABLE ledger_counter ADD CONSTRAINT ledger_entry_known CHECK (entry IN
  ('received', 'applied', 'duplicate', 'parked', 'quarantined', 'taken', 'emitted', 'confirmed',
   'redelivered'));

ALTER TABLE outbox_pending ADD COLUMN since timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN outbox_pending.since IS
  'When the message was stored; for one older than this column, when the column was added.';
