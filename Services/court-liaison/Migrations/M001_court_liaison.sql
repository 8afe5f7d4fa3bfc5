-- The tables of court-liaison. Written by the service `court-liaison` only.

CREATE TABLE court_file (
  household  uuid NOT NULL,
  landlord   text CONSTRAINT court_file_landlord_known CHECK (landlord IN
             ('personne-physique', 'sci-familiale', 'personne-morale-sociale',
              'personne-morale-privee')),
  huissier   text,
  bailleur   text,
  notice_on  date,
  lease_on   date,
  seized_on  date,
  closed_on  date,
  CONSTRAINT court_file_key PRIMARY KEY (household)
) WITH (fillfactor = 80);
COMMENT ON TABLE court_file IS
  'One row a household: whom to answer, and what the assignation must wait for. Kept for the life of the dossier.';

CREATE TABLE act (
  household           uuid    NOT NULL,
  entry               integer NOT NULL CONSTRAINT act_entry_counted CHECK (entry >= 1),
  kind                text    NOT NULL,
  act_on              date    NOT NULL,
  received_on         date    NOT NULL,
  sender              text    NOT NULL,
  standing            text    NOT NULL CONSTRAINT act_standing_known
                              CHECK (standing IN ('counted', 'contested')),
  irregularity_told   boolean NOT NULL,
  outcome             text,
  prefect_told_on     date,
  hearing_on          date,
  ruling_expected_on  date,
  instalments         integer CONSTRAINT act_instalments_counted CHECK (instalments >= 0),
  first_instalment_on date,
  delays_end_on       date,
  CONSTRAINT act_key PRIMARY KEY (household, entry),
  CONSTRAINT act_file FOREIGN KEY (household) REFERENCES court_file ON DELETE CASCADE,
  CONSTRAINT act_kind_and_outcome CHECK (CASE kind
    WHEN 'summons' THEN outcome IN ('debt', 'other-motive') AND prefect_told_on IS NOT NULL
      AND hearing_on IS NOT NULL
    WHEN 'hearing' THEN outcome IN ('tenant-present', 'tenant-absent')
    WHEN 'postponement' THEN outcome IS NULL AND hearing_on IS NOT NULL
    WHEN 'ruling' THEN outcome IN ('rejet', 'irrecevable', 'desistement', 'radiation', 'caducite',
      'delais-suspensifs', 'expulsion-ferme', 'expulsion-avec-delais')
    WHEN 'police-aid-decision' THEN outcome IN ('granted', 'refused')
    WHEN 'quit-order' THEN outcome IS NULL
    WHEN 'jex-ruling' THEN outcome IS NULL
    WHEN 'police-aid-request' THEN outcome IS NULL
    WHEN 'eviction' THEN outcome IS NULL
    WHEN 'departure' THEN outcome IS NULL
    ELSE false END)
) WITH (fillfactor = 80);
COMMENT ON TABLE act IS
  'One row an act of the procedure, with its own day and the day of its reception; never removed before its dossier.';

-- An act counts once, whoever tells of it.
CREATE UNIQUE INDEX act_counts_once ON act (household, kind, act_on) WHERE standing = 'counted';

CREATE TABLE hearing (
  household  uuid NOT NULL,
  hearing_on date NOT NULL,
  state      text NOT NULL CONSTRAINT hearing_state_known
             CHECK (state IN ('fixed', 'postponed', 'tenant-present', 'tenant-absent')),
  CONSTRAINT hearing_key PRIMARY KEY (household, hearing_on),
  CONSTRAINT hearing_file FOREIGN KEY (household) REFERENCES court_file ON DELETE CASCADE
);
COMMENT ON TABLE hearing IS
  'One row a hearing, as the acts give it; follows every change of the acts. Kept for the life of the dossier.';

CREATE INDEX hearing_to_come ON hearing (hearing_on) WHERE state = 'fixed';

CREATE TABLE post_mortem (
  household      uuid    NOT NULL,
  entry          integer NOT NULL CONSTRAINT post_mortem_entry_counted CHECK (entry >= 1),
  recorded_on    date    NOT NULL,
  evicted_on     date,
  reason         text    NOT NULL,
  summoned_on    date,
  ruled_on       date,
  quit_order_on  date,
  police_aid_on  date,
  tenant_heard   text    CONSTRAINT post_mortem_tenant_heard_known
                         CHECK (tenant_heard IN ('present', 'absent')),
  CONSTRAINT post_mortem_key PRIMARY KEY (household, entry),
  CONSTRAINT post_mortem_file FOREIGN KEY (household) REFERENCES court_file ON DELETE CASCADE
);
COMMENT ON TABLE post_mortem IS
  'One card an eviction, for the yearly revision of the Charte. Kept for the life of the dossier.';
