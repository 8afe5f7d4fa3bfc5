-- The whole procedure: every act, the liability of the State, the card of an eviction.

ALTER TABLE court_file
  ADD COLUMN notice_delay text CONSTRAINT court_file_notice_delay_known
    CHECK (notice_delay IN ('deux-mois', 'six-semaines')),
  ADD COLUMN monthly_cents bigint,
  ADD COLUMN has_guardian boolean NOT NULL DEFAULT false,
  ADD COLUMN unused_grant_on date;

ALTER TABLE act
  ADD COLUMN irregularities text NOT NULL DEFAULT '',
  ADD COLUMN filed_on date,
  ADD COLUMN effective_on date,
  ADD COLUMN reason text,
  ADD COLUMN amount bigint,
  ADD COLUMN findings text NOT NULL DEFAULT '';
COMMENT ON COLUMN act.irregularities IS
  'What was told to be wrong with the act, words parted by commas; the yearly report counts notification-tardive (Q1).';
COMMENT ON COLUMN act.reason IS
  'How an assignation was served, the motive of a refusal, the text of a delay, what the court holds of the rent, whether furniture was left.';
COMMENT ON COLUMN act.amount IS
  'Whole cents: a monthly instalment, an indemnity claimed or paid.';

UPDATE act SET irregularities = CASE kind
  WHEN 'summons' THEN 'saisine'
  WHEN 'quit-order' THEN 'prefet-non-saisi'
  WHEN 'police-aid-request' THEN 'demande-prematuree'
  ELSE '' END
WHERE irregularity_told;

ALTER TABLE act
  DROP COLUMN irregularity_told,
  DROP CONSTRAINT act_standing_known,
  DROP CONSTRAINT act_kind_and_outcome,
  ADD CONSTRAINT act_standing_known CHECK (standing IN ('counted', 'contested', 'apart')),
  ADD CONSTRAINT act_kind_and_outcome CHECK (CASE kind
    WHEN 'summons' THEN outcome IN ('debt', 'conge', 'troubles', 'other-motive')
      AND prefect_told_on IS NOT NULL AND hearing_on IS NOT NULL
    WHEN 'hearing' THEN outcome IN ('tenant-present', 'tenant-absent')
    WHEN 'postponement' THEN outcome IS NULL AND hearing_on IS NOT NULL
    WHEN 'ruling' THEN outcome IN ('rejet', 'irrecevable', 'desistement', 'radiation', 'caducite',
      'delais-suspensifs', 'delais-surendettement', 'expulsion-ferme', 'expulsion-avec-delais',
      'expulsion-sans-delai')
    WHEN 'notification' THEN outcome IN ('jugement', 'refere')
    WHEN 'appeal' THEN outcome IN ('forme', 'confirme', 'infirme', 'desiste', 'arret-execution')
    WHEN 'quit-order' THEN outcome IS NULL
    WHEN 'jex-ruling' THEN outcome IS NULL
    WHEN 'surendettement-stay' THEN outcome IS NULL
    WHEN 'protocole' THEN outcome IS NULL AND delays_end_on IS NOT NULL
    WHEN 'police-aid-request' THEN outcome IS NULL
    WHEN 'police-aid-silence' THEN outcome IS NULL
    WHEN 'police-aid-decision' THEN outcome IN ('granted', 'refused')
    WHEN 'eviction' THEN outcome IS NULL OR outcome IN ('police-aid', 'no-police-aid')
    WHEN 'departure' THEN outcome IS NULL OR outcome = 'keys'
    WHEN 'compensation-claim' THEN outcome IS NULL AND amount IS NOT NULL
    WHEN 'compensation-decision' THEN outcome IN ('granted', 'refused') AND amount IS NOT NULL
    WHEN 'compensation-silence' THEN outcome IS NULL
    ELSE false END);

-- The yearly report counts acts by kind and year (F4 to F8, J1, Q1, C1).
CREATE INDEX act_by_kind_and_day ON act (kind, act_on, outcome) WHERE standing = 'counted';

CREATE TABLE court_step (
  household uuid NOT NULL,
  step      text NOT NULL,
  step_on   date NOT NULL,
  CONSTRAINT court_step_key PRIMARY KEY (household, step),
  CONSTRAINT court_step_file FOREIGN KEY (household) REFERENCES court_file ON DELETE CASCADE
);
COMMENT ON TABLE court_step IS
  'One row a thing that the saga had this service do, with its first day; it goes on the card of an eviction. Kept for the life of the dossier.';

CREATE TABLE liability (
  household  uuid    NOT NULL,
  entry      integer NOT NULL CONSTRAINT liability_entry_counted CHECK (entry >= 1),
  refused_on date    NOT NULL,
  cause      text    NOT NULL CONSTRAINT liability_cause_known
                     CHECK (cause IN ('refus-explicite', 'refus-implicite')),
  regime     text    NOT NULL CONSTRAINT liability_regime_known
                     CHECK (regime IN ('jurisprudence', 'decret-2025-1052')),
  starts_on  date    NOT NULL,
  ends_on    date,
  ending     text    CONSTRAINT liability_ending_known
                     CHECK (ending IN ('accord', 'emploi', 'depart', 'cloture')),
  suspended  text    NOT NULL DEFAULT '',
  CONSTRAINT liability_key PRIMARY KEY (household, entry),
  CONSTRAINT liability_in_order CHECK (starts_on >= refused_on AND ends_on > starts_on),
  CONSTRAINT liability_ended CHECK ((ends_on IS NULL) = (ending IS NULL)),
  CONSTRAINT liability_file FOREIGN KEY (household) REFERENCES court_file ON DELETE CASCADE
) WITH (fillfactor = 80);
COMMENT ON TABLE liability IS
  'One row a period for which the State is liable to the landlord (CPCE L153-1): from starts_on to the day before ends_on, without the days of suspended. Follows every change of the acts. Kept for the life of the dossier.';

ALTER TABLE post_mortem
  ADD COLUMN notice_on date,
  ADD COLUMN seized_on date,
  ADD COLUMN informed_on date,
  ADD COLUMN court_told_on date,
  ADD COLUMN time_asked_on date,
  ADD COLUMN police_aid_requested_on date,
  ADD COLUMN dalo_told_on date,
  ADD COLUMN review_asked_on date;
