-- The tables of debt-settlement. Days are civil days in Paris; amounts are whole cents.

CREATE TABLE dossier (
  household        uuid    NOT NULL CONSTRAINT dossier_key PRIMARY KEY,
  landlord_account text,
  huissier_account text,
  landlord_kind    text    CONSTRAINT dossier_landlord_kind_known CHECK (landlord_kind IN
                           ('personne-physique', 'sci-familiale', 'personne-morale-sociale',
                            'personne-morale-privee')),
  claim_on         date,
  debt             bigint,
  rent             bigint,
  charges          bigint,
  aid_signal       date,
  aid              text    NOT NULL CONSTRAINT dossier_aid_known CHECK (aid IN
                           ('unknown', 'asked', 'maintained', 'suspended')),
  aid_since        date,
  aid_amount       bigint,
  aid_amount_on    date,
  settlement       text    NOT NULL CONSTRAINT dossier_settlement_known CHECK (settlement IN
                           ('none', 'open', 'exhausted', 'stopped', 'cleared')),
  settlement_since date,
  is_urgent        boolean NOT NULL,
  plan             text    NOT NULL CONSTRAINT dossier_plan_known CHECK (plan IN
                           ('none', 'open', 'accepted', 'refused', 'unanswered', 'withdrawn',
                            'broken')),
  plan_since       date,
  plan_due         date,
  plan_count       integer CONSTRAINT dossier_plan_count_legal CHECK (plan_count BETWEEN 1 AND 36),
  fsl              text    NOT NULL CONSTRAINT dossier_fsl_known CHECK (fsl IN
                           ('none', 'open', 'accepted', 'refused', 'unanswered', 'withdrawn')),
  fsl_since        date,
  fsl_due          date,
  fsl_amount       bigint,
  CONSTRAINT dossier_claim_whole CHECK (
    (claim_on IS NULL) = (debt IS NULL) AND (claim_on IS NULL) = (rent IS NULL)
    AND (claim_on IS NULL) = (charges IS NULL)),
  CONSTRAINT dossier_aid_dated CHECK ((aid_amount IS NULL) = (aid_amount_on IS NULL)),
  CONSTRAINT dossier_settlement_dated CHECK (settlement = 'none' OR settlement_since IS NOT NULL),
  CONSTRAINT dossier_plan_has_due CHECK (plan <> 'open' OR plan_due IS NOT NULL),
  CONSTRAINT dossier_fsl_has_due CHECK (fsl <> 'open' OR fsl_due IS NOT NULL),
  CONSTRAINT dossier_fsl_granted CHECK (fsl <> 'accepted' OR fsl_amount IS NOT NULL)
) WITH (fillfactor = 70);
COMMENT ON TABLE dossier IS
  'One household: its debt by the latest décompte, and where aid, plan and FSL stand. Written by '
  'debt-settlement only; kept for the life of the dossier.';

CREATE TABLE surendettement (
  household   uuid    NOT NULL CONSTRAINT surendettement_key PRIMARY KEY
                      CONSTRAINT surendettement_of REFERENCES dossier (household),
  proposed_on date,
  filed_on    date,
  ruling      text    NOT NULL CONSTRAINT surendettement_ruling_known CHECK (ruling IN
                      ('none', 'admitted', 'refused', 'ended')),
  ruled_on    date,
  measure     text    CONSTRAINT surendettement_measure_known CHECK (measure IN
                      ('plan', 'moratoire', 'prp')),
  measured_on date,
  until       date,
  reminders   integer NOT NULL CONSTRAINT surendettement_reminders_positive CHECK (reminders >= 0),
  CONSTRAINT surendettement_ruling_dated CHECK ((ruling = 'none') = (ruled_on IS NULL)),
  CONSTRAINT surendettement_measure_dated CHECK ((measure IS NULL) = (measured_on IS NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE surendettement IS
  'The surendettement of a household. SECRET until ruling is admitted (C. consom. L721-3): every '
  'household has a row, so that its presence tells nothing. Written by debt-settlement only; kept '
  'for the life of the dossier.';

CREATE TABLE schedule (
  household  uuid    NOT NULL CONSTRAINT schedule_key PRIMARY KEY
                     CONSTRAINT schedule_of REFERENCES dossier (household),
  kind       text    NOT NULL CONSTRAINT schedule_kind_known CHECK (kind IN ('amicable', 'judge')),
  stage      text    NOT NULL CONSTRAINT schedule_stage_known CHECK (stage IN
                     ('in-force', 'broken', 'completed', 'frozen', 'stopped')),
  started_on date    NOT NULL,
  first      date    NOT NULL,
  count      integer NOT NULL CONSTRAINT schedule_count_legal CHECK (count BETWEEN 1 AND 36),
  total      bigint,
  broken_at  integer,
  CONSTRAINT schedule_broken_somewhere CHECK (stage <> 'broken' OR broken_at IS NOT NULL)
) WITH (fillfactor = 70);
COMMENT ON TABLE schedule IS
  'The schedule being watched: an amicable plan or the judge''s. The day of instalment k is first '
  'plus k - 1 months. Written by debt-settlement only; replaced by a later schedule.';

CREATE TABLE payment (
  household uuid    NOT NULL CONSTRAINT payment_of REFERENCES dossier (household),
  rank      integer NOT NULL CONSTRAINT payment_rank_legal CHECK (rank BETWEEN 1 AND 36),
  paid_on   date    NOT NULL,
  amount    bigint  NOT NULL CONSTRAINT payment_positive CHECK (amount > 0),
  CONSTRAINT payment_key PRIMARY KEY (household, rank, paid_on, amount)
);
COMMENT ON TABLE payment IS
  'Every payment of an instalment, once. Written by debt-settlement only; rows are never changed and '
  'live as long as the dossier.';
