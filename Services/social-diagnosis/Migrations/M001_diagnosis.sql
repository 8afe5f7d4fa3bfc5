-- The tables of social-diagnosis. Days are civil days in Paris; amounts are whole cents.

CREATE TABLE dossier (
  household         uuid    NOT NULL CONSTRAINT dossier_key PRIMARY KEY,
  insee             text    CONSTRAINT dossier_insee_form CHECK (length(insee) = 5),
  voie              text,
  complement        text,
  contact           text    NOT NULL CONSTRAINT dossier_contact_known CHECK (contact IN
                            ('none', 'proposed', 'met', 'not-found', 'stopped')),
  contact_since     date,
  contact_due       date,
  reminders         integer NOT NULL CONSTRAINT dossier_reminders_positive CHECK (reminders >= 0),
  dsf               text    NOT NULL CONSTRAINT dossier_dsf_known CHECK (dsf IN
                            ('none', 'requested', 'sent-without-meeting', 'sent', 'withdrawn')),
  dsf_since         date,
  hearing           date,
  dsf_content       date,
  dsf_is_late       boolean NOT NULL,
  CONSTRAINT dossier_dwelling_whole CHECK ((insee IS NULL) = (voie IS NULL)),
  CONSTRAINT dossier_complement_of_dwelling CHECK (complement IS NULL OR insee IS NOT NULL),
  CONSTRAINT dossier_contact_dated CHECK (contact = 'none' OR contact_since IS NOT NULL),
  CONSTRAINT dossier_contact_has_due CHECK (contact <> 'proposed' OR contact_due IS NOT NULL),
  CONSTRAINT dossier_dsf_dated CHECK (dsf = 'none' OR dsf_since IS NOT NULL),
  CONSTRAINT dossier_dsf_sent_has_content CHECK (dsf <> 'sent' OR dsf_content IS NOT NULL)
) WITH (fillfactor = 70);
COMMENT ON TABLE dossier IS
  'One household: where it lives, where contact and DSF stand. Written by social-diagnosis only; '
  'kept for the life of the dossier.';

CREATE TABLE tenant (
  household uuid    NOT NULL CONSTRAINT tenant_of REFERENCES dossier (household),
  rank      integer NOT NULL CONSTRAINT tenant_rank_bounded CHECK (rank BETWEEN 1 AND 20),
  nom       text    NOT NULL,
  prenom    text    NOT NULL,
  naissance date,
  CONSTRAINT tenant_key PRIMARY KEY (household, rank)
);
COMMENT ON TABLE tenant IS
  'Who must be met: personal data, told only to the bodies that meet the household. Written by '
  'social-diagnosis only; kept for the life of the dossier.';

CREATE TABLE attempt (
  household uuid NOT NULL CONSTRAINT attempt_of REFERENCES dossier (household),
  made_on   date NOT NULL,
  channel   text NOT NULL CONSTRAINT attempt_channel_known CHECK (channel IN
                 ('courrier', 'telephone', 'sms', 'visite', 'rendez-vous')),
  result    text NOT NULL CONSTRAINT attempt_result_known CHECK (result IN
                 ('rencontre', 'sans-reponse', 'refus', 'parti')),
  CONSTRAINT attempt_key PRIMARY KEY (household, made_on, channel, result)
);
COMMENT ON TABLE attempt IS
  'Every attempt to meet a household: the proof of a carence. Written by social-diagnosis only; rows '
  'are never changed and live as long as the dossier.';

CREATE TABLE diagnosis (
  household       uuid    NOT NULL CONSTRAINT diagnosis_key PRIMARY KEY
                          CONSTRAINT diagnosis_of REFERENCES dossier (household),
  origin          text    NOT NULL CONSTRAINT diagnosis_origin_known
                          CHECK (origin IN ('initial', 'dsf')),
  made_on         date    NOT NULL,
  resources       bigint,
  aid             bigint  NOT NULL,
  rent            bigint  NOT NULL,
  charges         bigint  NOT NULL,
  fixed_charges   bigint  NOT NULL,
  debt            bigint  NOT NULL,
  other_debts     bigint  NOT NULL,
  adults          bigint  NOT NULL,
  children        bigint  NOT NULL,
  rent_resumed    boolean NOT NULL,
  wishes_to_stay  boolean NOT NULL,
  conclusion      text    NOT NULL CONSTRAINT diagnosis_conclusion_known CHECK (conclusion IN
                          ('maintien', 'maintien-sous-condition', 'relogement', 'indetermine')),
  measure         text    NOT NULL CONSTRAINT diagnosis_measure_known CHECK (measure IN
                          ('none', 'plan', 'reprise-du-loyer', 'fsl', 'surendettement',
                           'logement-moins-cher', 'souhait-de-partir', 'ressources-a-connaitre')),
  formula         text    NOT NULL,
  unit_tenths     integer NOT NULL CONSTRAINT diagnosis_units_positive CHECK (unit_tenths >= 10),
  effort          integer,
  left_per_unit   bigint,
  repayment       bigint,
  CONSTRAINT diagnosis_without_resources_concludes_nothing CHECK (
    (resources IS NULL) = (conclusion = 'indetermine')
    AND (resources IS NULL) = (effort IS NULL) AND (resources IS NULL) = (left_per_unit IS NULL)
    AND (resources IS NULL) = (repayment IS NULL))
);
COMMENT ON TABLE diagnosis IS
  'The latest diagnosis of a household and what the indicators say of it, with the formula applied '
  '(effort in ten-thousandths, units in tenths). Written by social-diagnosis only; replaced by a '
  'later diagnosis, kept for the life of the dossier.';
