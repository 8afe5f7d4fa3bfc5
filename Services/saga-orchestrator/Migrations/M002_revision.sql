-- What a rectification, a recall or a late act changed. Written by the service `saga-orchestrator` only.

CREATE TABLE revision (
  household  uuid   NOT NULL,
  entry      bigint GENERATED ALWAYS AS IDENTITY,
  revised_on date   NOT NULL,
  subject    text   NOT NULL,
  was        text,
  becomes    text,
  because    text   NOT NULL,
  CONSTRAINT revision_key PRIMARY KEY (household, entry)
);
COMMENT ON TABLE revision IS
  'What was believed of a dossier and is believed no more, with what replaced it and why. Append-only; '
  'kept for the life of the dossier, whatever is decided again.';
