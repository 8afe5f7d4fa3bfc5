-- The tables of saga-orchestrator. Written by the service `saga-orchestrator` only.
-- Phases, triggers, circumstances and reasons are stored by name: the code gives the list of each.

CREATE TABLE dossier (
  household           uuid    NOT NULL,
  version             integer NOT NULL,
  contact_phase       text    NOT NULL,
  debt_phase          text    NOT NULL,
  housing_phase       text    NOT NULL,
  procedure_phase     text    NOT NULL,
  circumstances       text[]  NOT NULL,
  opened_on           date    NOT NULL,
  commune             text,
  commission          text    NOT NULL,
  landlord            text,
  closed_on           date,
  closure             text CONSTRAINT dossier_closure_known CHECK (closure IN
                      ('debtCleared', 'leaseKept', 'rehoused', 'accommodated', 'departed',
                       'evicted')),
  notice_until        date,
  hearing_on          date,
  judgment_on         date,
  first_instalment_on date,
  instalments         integer CONSTRAINT dossier_instalments_counted CHECK (instalments >= 0),
  judge_delays_until  date,
  quit_until          date,
  jex_until           date,
  police_aid_until    date,
  dalo_until          date,
  truce_change_on     date,
  cleared_on          date,
  evicted_on          date,
  entries             integer NOT NULL CONSTRAINT dossier_entries_counted CHECK (entries >= 0),
  CONSTRAINT dossier_key PRIMARY KEY (household),
  CONSTRAINT dossier_closed_with_reason CHECK ((closed_on IS NULL) = (closure IS NULL)),
  CONSTRAINT dossier_tracks_close_together CHECK (
    (contact_phase = 'closed') = (procedure_phase = 'closed')
    AND (debt_phase = 'closed') = (procedure_phase = 'closed')
    AND (housing_phase = 'closed') = (procedure_phase = 'closed'))
) WITH (fillfactor = 80);
COMMENT ON TABLE dossier IS
  'One row a household: the phase of each track, what is true of it, the days that acts gave.';

CREATE TABLE awaited_step (
  household uuid NOT NULL,
  track     text NOT NULL CONSTRAINT awaited_step_track_known
            CHECK (track IN ('contact', 'debt', 'housing', 'procedure')),
  trigger   text NOT NULL,
  due       date NOT NULL,
  CONSTRAINT awaited_step_key PRIMARY KEY (household, track),
  CONSTRAINT awaited_step_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
) WITH (fillfactor = 80);
COMMENT ON TABLE awaited_step IS
  'The deadline that each track of an open dossier waits for; armed as a deadline of the same kind.';

CREATE TABLE protection_period (
  household    uuid NOT NULL,
  circumstance text NOT NULL,
  since        date NOT NULL,
  through      date,
  CONSTRAINT protection_period_key PRIMARY KEY (household, circumstance),
  CONSTRAINT protection_period_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
);
COMMENT ON TABLE protection_period IS
  'From when to when a protection last held: an eviction reported late is judged by its own day.';

CREATE TABLE review (
  household uuid NOT NULL,
  reason    text NOT NULL,
  track     text NOT NULL CONSTRAINT review_track_known
            CHECK (track IN ('contact', 'debt', 'housing', 'procedure')),
  opened_on date NOT NULL,
  closed_on date,
  CONSTRAINT review_key PRIMARY KEY (household, reason),
  CONSTRAINT review_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
);
COMMENT ON TABLE review IS
  'Why a human looked or must look at a dossier: one open review a reason.';

CREATE INDEX review_open ON review (opened_on) WHERE closed_on IS NULL;

CREATE TABLE timeline (
  household uuid    NOT NULL,
  entry     integer NOT NULL CONSTRAINT timeline_entry_counted CHECK (entry >= 1),
  day       date    NOT NULL,
  kind      text    NOT NULL CONSTRAINT timeline_kind_known CHECK (kind IN
            ('opened', 'fact', 'late', 'phase', 'order', 'armed', 'disarmed', 'fired', 'review',
             'closed')),
  trigger   text,
  text      text    NOT NULL,
  article   text,
  is_secret boolean NOT NULL,
  message   text    NOT NULL,
  CONSTRAINT timeline_key PRIMARY KEY (household, entry),
  CONSTRAINT timeline_dossier FOREIGN KEY (household) REFERENCES dossier ON DELETE CASCADE
);
COMMENT ON TABLE timeline IS
  'Every line of a dossier, in French, without name, address or amount. Append only; is_secret lines '
  'tell of a surendettement file that is not recevable yet (C. consom. L721-3).';
