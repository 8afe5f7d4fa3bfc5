-- The runtime's own tables, the same in every service. Written by Messaging only.

CREATE TABLE inbox (
  source      text   NOT NULL,
  id          text   NOT NULL,
  type        text   NOT NULL,
  household   uuid,
  outcome     text   NOT NULL CONSTRAINT inbox_outcome_known
                     CHECK (outcome IN ('applied', 'parked', 'quarantined')),
  received_on date   NOT NULL,
  duplicates  bigint NOT NULL DEFAULT 0 CONSTRAINT inbox_duplicates_positive CHECK (duplicates >= 0),
  CONSTRAINT inbox_key PRIMARY KEY (source, id)
);
COMMENT ON TABLE inbox IS
  'Every message ever received, once. Kept for the life of the dossier: a replay has no effect.';

CREATE TABLE inbox_rank (
  household uuid   NOT NULL,
  source    text   NOT NULL,
  last      bigint NOT NULL,
  CONSTRAINT inbox_rank_key PRIMARY KEY (household, source)
) WITH (fillfactor = 70);
COMMENT ON TABLE inbox_rank IS
  'Rank of the last message applied, by dossier and source. Kept for the life of the dossier.';

CREATE TABLE parked (
  household   uuid   NOT NULL,
  source      text   NOT NULL,
  rank        bigint NOT NULL,
  id          text   NOT NULL,
  type        text   NOT NULL,
  occurred_on date   NOT NULL,
  correlation text   NOT NULL,
  causation   text,
  traceparent text,
  body        bytea  NOT NULL,
  CONSTRAINT parked_key PRIMARY KEY (household, source, rank)
);
COMMENT ON TABLE parked IS
  'Messages that came before one of a lower rank. A row leaves as soon as that one is applied.';

CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_key PRIMARY KEY,
  message_id  text   NOT NULL CONSTRAINT outbox_message_once UNIQUE,
  exchange    text   NOT NULL,
  routing_key text   NOT NULL,
  type        text   NOT NULL,
  household   uuid,
  rank        bigint,
  occurred_on date   NOT NULL,
  correlation text   NOT NULL,
  causation   text   NOT NULL,
  traceparent text,
  body        text   NOT NULL
);
COMMENT ON TABLE outbox IS
  'Every message ever emitted, append-only. Kept for the life of the dossier.';

CREATE TABLE outbox_pending (
  id          bigint      NOT NULL CONSTRAINT outbox_pending_key PRIMARY KEY
                          CONSTRAINT outbox_pending_of REFERENCES outbox (id),
  lease_until timestamptz NOT NULL,
  attempts    integer     NOT NULL DEFAULT 0,
  problem     text,
  blocked     boolean     NOT NULL DEFAULT false
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
COMMENT ON TABLE outbox_pending IS
  'Messages not yet confirmed by the broker. A row leaves with the confirm; a blocked one was '
  'returned or refused too often and waits for an operator.';

CREATE TABLE outbox_rank (
  household   uuid   NOT NULL,
  destination text   NOT NULL,
  last        bigint NOT NULL,
  CONSTRAINT outbox_rank_key PRIMARY KEY (household, destination)
) WITH (fillfactor = 70);
COMMENT ON TABLE outbox_rank IS
  'Rank of the last message emitted, by dossier and destination. Kept for the life of the dossier.';

CREATE TABLE deadline (
  household uuid   NOT NULL,
  kind      text   NOT NULL,
  fires_on  date   NOT NULL,
  armed     bigint GENERATED ALWAYS AS IDENTITY,
  origin    date   NOT NULL,
  raw       date   NOT NULL,
  due       date   NOT NULL,
  rule      text   NOT NULL,
  article   text   NOT NULL,
  delay     text   NOT NULL,
  reason    text   NOT NULL,
  CONSTRAINT deadline_key PRIMARY KEY (household, kind)
);
CREATE INDEX deadline_by_day ON deadline (fires_on, household, kind);
COMMENT ON TABLE deadline IS
  'Deadlines armed, with what explains them. A row leaves when it fires or is disarmed.';

CREATE TABLE quarantine (
  id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_key PRIMARY KEY,
  source      text   NOT NULL,
  message_id  text   NOT NULL,
  type        text   NOT NULL,
  household   uuid,
  occurred_on date   NOT NULL,
  correlation text   NOT NULL,
  causation   text,
  sender      text,
  defect      text,
  body        bytea  NOT NULL,
  reason      text   NOT NULL,
  history     text   NOT NULL,
  state       text   NOT NULL DEFAULT 'waiting' CONSTRAINT quarantine_state_known
                     CHECK (state IN ('waiting', 'released', 'resolved', 'discarded')),
  CONSTRAINT quarantine_message_once UNIQUE (source, message_id)
);
COMMENT ON TABLE quarantine IS
  'Messages that an operator must look at, with payload, reason and history. Rows are kept.';

CREATE TABLE ledger_counter (
  instance text   NOT NULL,
  entry    text   NOT NULL CONSTRAINT ledger_entry_known CHECK (entry IN
                  ('received', 'applied', 'duplicate', 'parked', 'quarantined', 'taken',
                   'emitted', 'confirmed')),
  peer     text   NOT NULL,
  count    bigint NOT NULL,
  CONSTRAINT ledger_counter_key PRIMARY KEY (instance, entry, peer)
) WITH (fillfactor = 50);
COMMENT ON TABLE ledger_counter IS
  'Counts kept by each instance in the transaction of each batch; amontctl ledger compares them '
  'with the tables and across services.';
