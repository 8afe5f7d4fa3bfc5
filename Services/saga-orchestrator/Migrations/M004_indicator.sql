-- What the yearly evaluation counts. Written by the service `saga-orchestrator` only.

CREATE TABLE indicator_fact (
  household uuid NOT NULL,
  what      text NOT NULL,
  on_day    date NOT NULL,
  CONSTRAINT indicator_fact_key PRIMARY KEY (household, what, on_day),
  CONSTRAINT indicator_fact_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
);
COMMENT ON TABLE indicator_fact IS
  'What happened to a household and counts in an evaluation, each once. Kept for the life of the dossier.';

CREATE TABLE indicator (
  household  uuid     NOT NULL,
  year       smallint NOT NULL,
  mark       text     NOT NULL,
  value      integer  NOT NULL CONSTRAINT indicator_value_counted CHECK (value >= 0),
  commission text     NOT NULL,
  landlord   text     NOT NULL,
  motive     text     NOT NULL CONSTRAINT indicator_motive_known CHECK (motive IN ('dette', 'autre')),
  CONSTRAINT indicator_key PRIMARY KEY (household, year, mark),
  CONSTRAINT indicator_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
) WITH (fillfactor = 80);
COMMENT ON TABLE indicator IS
  'What each dossier counts for in each year, with its segments: a function of its facts, overwritten when '
  'they change, never added to. The report of a year sums it. Kept for the life of the dossier.';

-- A year is one range of this index, which holds all that its report needs.
CREATE INDEX indicator_of_year ON indicator (year, mark, commission, landlord, motive) INCLUDE (value);
