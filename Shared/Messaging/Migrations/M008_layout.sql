-- A message stands once, a dossier has one row, and a batch waits for the broker as one.

LOCK TABLE inbox, inbox_rank, parked, journal, journal_head, outbox, outbox_pending, outbox_rank;

-- The inbox holds what the journal held.

ALTER TABLE inbox RENAME TO inbox_before;
ALTER TABLE inbox_before RENAME CONSTRAINT inbox_key TO inbox_before_key;
CREATE TABLE inbox (
  source      text    COLLATE "C" NOT NULL,
  id          text    COLLATE "C" NOT NULL,
  type        text    NOT NULL,
  household   uuid,
  outcome     text    NOT NULL CONSTRAINT inbox_outcome_known
                      CHECK (outcome IN ('applied', 'parked', 'quarantined')),
  received_on date    NOT NULL,
  duplicates  bigint  NOT NULL DEFAULT 0 CONSTRAINT inbox_duplicates_positive CHECK (duplicates >= 0),
  decided_on  date    CONSTRAINT inbox_decided_of_dossier
                      CHECK (decided_on IS NULL OR household IS NOT NULL),
  recalled    boolean NOT NULL DEFAULT false,
  occurred_on date,
  root        text    COLLATE "C",
  path        text    COLLATE "C",
  correlation text,
  causation   text,
  traceparent text,
  body        bytea,
  CONSTRAINT inbox_whole_or_not
    CHECK (num_nulls(occurred_on, correlation, body) = ANY ('{0,3}'::integer[]))
);
INSERT INTO inbox (source, id, type, household, outcome, received_on, duplicates, decided_on, recalled,
  occurred_on, root, path, correlation, causation, traceparent, body)
SELECT i.source, i.id, i.type, coalesce(i.household, j.household), i.outcome, i.received_on,
  i.duplicates, j.received_on, coalesce(j.recalled, false), coalesce(j.occurred_on, p.occurred_on),
  coalesce(j.root, p.root), coalesce(j.path, p.path), coalesce(j.correlation, p.correlation),
  coalesce(j.causation, p.causation), coalesce(j.traceparent, p.traceparent),
  coalesce(convert_to(j.body, 'UTF8'), p.body)
FROM inbox_before AS i
LEFT JOIN journal AS j ON j.source = i.source AND j.id = i.id
LEFT JOIN parked AS p ON p.source = i.source AND p.id = i.id;
ALTER TABLE inbox ADD CONSTRAINT inbox_key PRIMARY KEY (source, id);
CREATE INDEX inbox_of_household ON inbox (household) WHERE household IS NOT NULL;
DO $$
BEGIN
  IF (SELECT count(*) FROM inbox WHERE decided_on IS NOT NULL) <> (SELECT count(*) FROM journal) THEN
    RAISE EXCEPTION 'the journal holds messages that the inbox lacks: nothing was changed';
  END IF;
END $$;
COMMENT ON TABLE inbox IS
  'Every message ever received, once. Kept for the life of the dossier: a replay has no effect. The '
  'rows with decided_on are the journal, by which a dossier is decided again.';
COMMENT ON COLUMN inbox.id IS
  'The identity of the message: its identifier, and for what partners publish a digest of the source and '
  'the content behind it. Rows of earlier releases have the identifier alone.';
COMMENT ON COLUMN inbox.decided_on IS
  'The day by which the message was decided about its dossier, for ever; NULL for what was not applied, '
  'and in a service that keeps no journal.';
COMMENT ON COLUMN inbox.recalled IS 'Whether the message counts no more.';
COMMENT ON COLUMN inbox.body IS
  'The payload of a message that was applied to a dossier, or waits for one of a lower rank. One that '
  'went to quarantine has it there, released or not.';

-- What waits stands whole in the inbox.

ALTER TABLE parked DROP COLUMN type, DROP COLUMN occurred_on, DROP COLUMN correlation,
  DROP COLUMN causation, DROP COLUMN traceparent, DROP COLUMN root, DROP COLUMN path,
  DROP COLUMN body;

-- One row a dossier.

CREATE TABLE dossier_head (
  household  uuid     NOT NULL CONSTRAINT dossier_head_key PRIMARY KEY,
  heard      bigint[] NOT NULL,
  said       bigint[] NOT NULL,
  parked     integer  NOT NULL CONSTRAINT dossier_head_parked_counted CHECK (parked >= 0),
  root       text     COLLATE "C",
  path       text     COLLATE "C",
  complete   boolean  NOT NULL,
  rebuilds   integer  NOT NULL CONSTRAINT dossier_head_rebuilds_counted CHECK (rebuilds >= 0),
  rebuilt_on date,
  opened_on  date,
  CONSTRAINT dossier_head_place_whole CHECK (num_nulls(root, path) <> 1)
) WITH (fillfactor = 70);
INSERT INTO dossier_head (household, heard, said, parked, root, path, complete, rebuilds, rebuilt_on,
  opened_on)
SELECT household, coalesce(heard.ranks, '{}'), coalesce(said.ranks, '{}'), coalesce(waiting.parked, 0),
  h.root, h.path, coalesce(h.complete, true), coalesce(h.rebuilds, 0), h.rebuilt_on, h.opened_on
FROM (
  SELECT household, ARRAY[
    coalesce(max(last) FILTER (WHERE source = 'amont/intake'), 0),
    coalesce(max(last) FILTER (WHERE source = 'amont/social-diagnosis'), 0),
    coalesce(max(last) FILTER (WHERE source = 'amont/debt-settlement'), 0),
    coalesce(max(last) FILTER (WHERE source = 'amont/rehousing'), 0),
    coalesce(max(last) FILTER (WHERE source = 'amont/court-liaison'), 0),
    coalesce(max(last) FILTER (WHERE source = 'amont/saga-orchestrator'), 0)] AS ranks
  FROM inbox_rank GROUP BY household) AS heard
FULL JOIN (
  SELECT household, ARRAY[
    coalesce(max(last) FILTER (WHERE destination = 'intake'), 0),
    coalesce(max(last) FILTER (WHERE destination = 'social-diagnosis'), 0),
    coalesce(max(last) FILTER (WHERE destination = 'debt-settlement'), 0),
    coalesce(max(last) FILTER (WHERE destination = 'rehousing'), 0),
    coalesce(max(last) FILTER (WHERE destination = 'court-liaison'), 0),
    coalesce(max(last) FILTER (WHERE destination = 'saga-orchestrator'), 0)] AS ranks
  FROM outbox_rank GROUP BY household) AS said USING (household)
FULL JOIN (SELECT household, count(*)::integer AS parked FROM parked GROUP BY household) AS waiting
  USING (household)
FULL JOIN journal_head AS h USING (household);
COMMENT ON TABLE dossier_head IS
  'How far messages about each dossier were heard, said and decided. Written under the lock of the '
  'household. Kept for the life of the dossier.';
COMMENT ON COLUMN dossier_head.heard IS
  'Rank of the last message applied, by sender: intake, social-diagnosis, debt-settlement, rehousing, '
  'court-liaison, saga-orchestrator; 0 where there was none.';
COMMENT ON COLUMN dossier_head.said IS
  'Rank of the last message emitted, by recipient, in the order of heard.';
COMMENT ON COLUMN dossier_head.parked IS 'Messages of the dossier that wait for one of a lower rank.';
COMMENT ON COLUMN dossier_head.root IS
  'With path, the last place applied; NULL where the service keeps no journal of the dossier.';
COMMENT ON COLUMN dossier_head.complete IS
  'Not for a dossier older than the journal, which is never decided again.';
COMMENT ON COLUMN dossier_head.opened_on IS
  'Day of the first act of which the service heard, in the order of the acts. NULL for a dossier older '
  'than the journal until its next message, whose day then serves.';

-- Numbers of the outbox are those of its ranges. The identifier of a message grows from that of its
-- cause, which the inbox holds once: it needs no index of its own.

ALTER TABLE outbox_pending RENAME TO outbox_pending_before;
ALTER TABLE outbox_pending_before RENAME CONSTRAINT outbox_pending_key TO outbox_pending_before_key;
ALTER TABLE outbox_pending_before DROP CONSTRAINT outbox_pending_of;
ALTER TABLE outbox ALTER COLUMN id DROP IDENTITY, DROP CONSTRAINT outbox_message_once;
CREATE TABLE outbox_pending (
  first         bigint      GENERATED BY DEFAULT AS IDENTITY (START WITH 1048576 INCREMENT BY 1048576)
                            CONSTRAINT outbox_pending_key PRIMARY KEY,
  messages      integer     NOT NULL DEFAULT 1 CONSTRAINT outbox_pending_messages_counted
                            CHECK (messages BETWEEN 1 AND 1048576),
  lease_until   timestamptz NOT NULL,
  since         timestamptz NOT NULL DEFAULT now(),
  attempts      integer     NOT NULL DEFAULT 0,
  refused_since timestamptz,
  problem       text,
  blocked       boolean     NOT NULL DEFAULT false,
  CONSTRAINT outbox_pending_refused_alone CHECK (messages = 1 OR attempts = 0 AND NOT blocked)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
INSERT INTO outbox_pending (first, messages, lease_until, since, attempts, refused_since, problem, blocked)
SELECT id, 1, lease_until, since, attempts, refused_since, problem, blocked FROM outbox_pending_before;
SELECT setval(pg_get_serial_sequence('outbox_pending', 'first'),
  (coalesce(max(id), 0) / 1048576 + 1) * 1048576, false) FROM outbox;
COMMENT ON TABLE outbox_pending IS
  'Messages not yet confirmed by the broker: what one transaction stored, as one range of numbers of '
  'the outbox, until a part of it is refused, given back or claimed; then each by itself. A row leaves '
  'with the confirm; a blocked one was returned or refused too often and waits for an operator.';
COMMENT ON COLUMN outbox_pending.first IS 'outbox.id of the first message.';
COMMENT ON COLUMN outbox_pending.messages IS 'How many messages, whose numbers follow one another.';
COMMENT ON COLUMN outbox_pending.refused_since IS
  'When the broker first returned or refused the row, since an operator last let it be tried again.';
COMMENT ON COLUMN outbox_pending.lease_until IS
  'Until then the row belongs to the instance that wrote or claimed it, or waits after a refusal.';
COMMENT ON COLUMN outbox_pending.since IS
  'When the messages were stored; for those older than this column, when the column was added.';

DROP TABLE inbox_before, inbox_rank, journal, journal_head, outbox_pending_before, outbox_rank;
