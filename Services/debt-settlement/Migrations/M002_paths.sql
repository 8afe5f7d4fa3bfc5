-- The full procedure: the housing aid by the law of each day, the household's means, the protocole de
-- cohésion sociale, and what the yearly evaluation counts.

CREATE TABLE settlement_detail (
  household        uuid    NOT NULL CONSTRAINT settlement_detail_key PRIMARY KEY
                           CONSTRAINT settlement_detail_of REFERENCES dossier (household),
  is_protected     boolean NOT NULL,
  notice_served    date,
  notice_due       date,
  aid_asked        date,
  is_third_party   boolean,
  direct_payment   text    NOT NULL CONSTRAINT detail_direct_payment_known CHECK (direct_payment IN
                           ('none', 'proposed', 'accepted', 'refused', 'in-force')),
  constituted_on   date,
  signal_due       date,
  sent_to          text    CONSTRAINT detail_sent_to_known CHECK (sent_to IN
                           ('landlord', 'fsl', 'tenant')),
  sent_on          date,
  last_resort_on   date,
  plan_asked       date,
  fsl_asked        date,
  fsl_pays         date,
  judge_on         date,
  judge_instalment bigint  CONSTRAINT detail_judge_instalment_positive CHECK (judge_instalment > 0),
  CONSTRAINT detail_notice_whole CHECK ((notice_served IS NULL) = (notice_due IS NULL)),
  CONSTRAINT detail_sent_dated CHECK ((sent_to IS NULL) = (sent_on IS NULL)),
  CONSTRAINT detail_judge_whole CHECK ((judge_on IS NULL) = (judge_instalment IS NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE settlement_detail IS
  'What dossier does not say: the last commandement and its end, the arrears before the organisme '
  'payeur, the days of the demands, the instalment of the judgment. Written by debt-settlement only; '
  'one row a household, kept for the life of the dossier.';

CREATE TABLE paying_means (
  household       uuid    NOT NULL CONSTRAINT paying_means_key PRIMARY KEY
                          CONSTRAINT paying_means_of REFERENCES dossier (household),
  as_of           date    NOT NULL,
  capacity        bigint  CONSTRAINT paying_means_capacity_positive CHECK (capacity >= 0),
  formula         text    NOT NULL,
  has_other_debts boolean NOT NULL,
  is_rent_paid    boolean NOT NULL,
  is_without_aid  boolean NOT NULL,
  is_rights_told  boolean NOT NULL
) WITH (fillfactor = 70);
COMMENT ON TABLE paying_means IS
  'What a household can pay by its last diagnosis, with the formula that says so: it orders the paths '
  'and decides nothing. Social data, never for creditors. Written by debt-settlement only; replaced by '
  'a later diagnosis.';

CREATE TABLE cohesion_protocol (
  household  uuid    NOT NULL CONSTRAINT cohesion_protocol_key PRIMARY KEY
                     CONSTRAINT cohesion_protocol_of REFERENCES dossier (household),
  stage      text    NOT NULL CONSTRAINT cohesion_protocol_known CHECK (stage IN
                     ('in-force', 'renegotiating', 'broken', 'ended')),
  signed_on  date    NOT NULL,
  ends_on    date    NOT NULL,
  is_amended boolean NOT NULL
) WITH (fillfactor = 70);
COMMENT ON TABLE cohesion_protocol IS
  'The protocole de cohésion sociale of a household (CCH L353-15-2, L442-6-5). Written by '
  'debt-settlement only; replaced by a later protocol.';

CREATE TABLE path_record (
  household        uuid    NOT NULL CONSTRAINT path_record_of REFERENCES dossier (household),
  path             text    NOT NULL CONSTRAINT path_record_path_known CHECK (path IN
                           ('aid', 'plan', 'fsl', 'surendettement')),
  asked_on         date    NOT NULL,
  is_urgent        boolean NOT NULL,
  outcome          text    NOT NULL CONSTRAINT path_record_outcome_known CHECK (outcome IN
                           ('open', 'accepted', 'refused', 'unanswered', 'withdrawn', 'broken')),
  ended_on         date,
  amount           bigint,
  is_within_notice boolean,
  CONSTRAINT path_record_key PRIMARY KEY (household, path, asked_on)
) WITH (fillfactor = 70);
COMMENT ON TABLE path_record IS
  'Each demand on each path out of the debt and what came of it, for the yearly evaluation (AP1). Rows '
  'of the path surendettement are SECRET (C. consom. L721-3): read them as counts only. Written by '
  'debt-settlement only; kept for the life of the dossier.';

CREATE TABLE schedule_record (
  household  uuid    NOT NULL CONSTRAINT schedule_record_of REFERENCES dossier (household),
  kind       text    NOT NULL CONSTRAINT schedule_record_kind_known CHECK (kind IN
                     ('amicable', 'judge', 'last-resort')),
  started_on date    NOT NULL,
  count      integer NOT NULL CONSTRAINT schedule_record_count_legal CHECK (count BETWEEN 1 AND 36),
  stage      text    NOT NULL CONSTRAINT schedule_record_stage_known CHECK (stage IN
                     ('in-force', 'broken', 'completed', 'frozen', 'stopped', 'replaced')),
  broken_at  integer,
  since      date    NOT NULL,
  CONSTRAINT schedule_record_key PRIMARY KEY (household, kind, started_on)
) WITH (fillfactor = 70);
COMMENT ON TABLE schedule_record IS
  'Each schedule and how it ended, for the yearly evaluation (E1). Written by debt-settlement only; '
  'kept for the life of the dossier.';

ALTER TABLE surendettement DROP CONSTRAINT surendettement_measure_known;
ALTER TABLE surendettement ADD CONSTRAINT surendettement_measure_known
  CHECK (measure IN ('plan', 'moratoire', 'prp', 'cloture'));
ALTER TABLE schedule
  ADD COLUMN instalment bigint,
  ADD COLUMN rent_due   date,
  DROP CONSTRAINT schedule_kind_known,
  DROP CONSTRAINT schedule_stage_known;
ALTER TABLE schedule
  ADD CONSTRAINT schedule_kind_known CHECK (kind IN ('amicable', 'judge', 'last-resort')),
  ADD CONSTRAINT schedule_stage_known CHECK (stage IN
    ('in-force', 'broken', 'completed', 'frozen', 'stopped', 'replaced'));
