-- The journal: a dossier is decided again in the order of its acts when one comes late or is recalled.

CREATE TABLE journal (
  household   uuid    NOT NULL,
  root        text    COLLATE "C" NOT NULL,
  path        text    COLLATE "C" NOT NULL,
  source      text    NOT NULL,
  id          text    NOT NULL,
  type        text    NOT NULL,
  occurred_on date    NOT NULL,
  received_on date    NOT NULL,
  correlation text    NOT NULL,
  causation   text,
  traceparent text,
  body        text    NOT NULL,
  recalled    boolean NOT NULL DEFAULT false,
  CONSTRAINT journal_key PRIMARY KEY (household, source, id)
);
COMMENT ON TABLE journal IS
  'Every message applied to a dossier, with its place among causes and consequences. Kept for the '
  'life of the dossier; a recalled one stays, and counts no more.';

CREATE TABLE journal_head (
  household  uuid    NOT NULL CONSTRAINT journal_head_key PRIMARY KEY,
  root       text    COLLATE "C" NOT NULL,
  path       text    COLLATE "C" NOT NULL,
  complete   boolean NOT NULL,
  rebuilds   integer NOT NULL CONSTRAINT journal_head_rebuilds_counted CHECK (rebuilds >= 0),
  rebuilt_on date
) WITH (fillfactor = 70);
COMMENT ON TABLE journal_head IS
  'The last place applied, by dossier; not complete for a dossier older than the journal, which is '
  'never decided again. Kept for the life of the dossier.';

ALTER TABLE outbox
  ADD COLUMN root text, ADD COLUMN path text, ADD COLUMN recalled boolean NOT NULL DEFAULT false;
CREATE INDEX outbox_of_household ON outbox (household);
ALTER TABLE parked ADD COLUMN root text, ADD COLUMN path text;
ALTER TABLE quarantine ADD COLUMN root text, ADD COLUMN path text;
