-- How long a row has been refused decides whether an operator must look, not how often it was tried;
-- and what is counted as confirmed is what left outbox_pending.

ALTER TABLE outbox_pending ADD COLUMN refused_since timestamptz;
COMMENT ON COLUMN outbox_pending.refused_since IS
  'When the broker first returned or refused the row, since an operator last let it be tried again.';
COMMENT ON COLUMN outbox_pending.lease_until IS
  'Until then the row belongs to the instance that wrote or claimed it, or waits after a refusal.';

-- Until here a row that was published twice could be counted twice: set right once.
INSERT INTO ledger_counter (instance, entry, peer, count)
SELECT 'migration', 'confirmed', '', counted.emitted - pending.rows - counted.confirmed
FROM (SELECT coalesce(sum(count) FILTER (WHERE entry = 'emitted'), 0) AS emitted,
        coalesce(sum(count) FILTER (WHERE entry = 'confirmed'), 0) AS confirmed
      FROM ledger_counter) AS counted,
  (SELECT count(*) AS rows FROM outbox_pending) AS pending
WHERE counted.emitted - pending.rows <> counted.confirmed;
