-- The register of intake: which household is which, and what was answered to whom.

CREATE TABLE dossier (
  household uuid NOT NULL CONSTRAINT dossier_key PRIMARY KEY,
  opened_on date NOT NULL,
  commune text CONSTRAINT dossier_commune_is_insee CHECK (commune ~ '^[0-9][0-9AB][0-9]{3}$'),
  commission text NOT NULL CONSTRAINT dossier_has_commission CHECK (commission <> ''),
  landlord text CONSTRAINT dossier_landlord_is_known CHECK (landlord IN (
    'personne-physique', 'sci-familiale', 'personne-morale-sociale', 'personne-morale-privee')),
  huissier text,
  bailleur text
);
COMMENT ON TABLE dossier IS
  'One row a household, in one dwelling, under one lease. Written by intake when a first signal is '
  'accepted and when a later one says more; lives as long as the dossier.';

CREATE TABLE identity_key (
  kind text NOT NULL CONSTRAINT identity_key_kind_is_known CHECK (kind IN (
    'bail', 'commandement', 'rg', 'allocataire', 'personne-adresse', 'adresse', 'etat-civil')),
  key text NOT NULL CONSTRAINT identity_key_is_digest_for_people CHECK (
    kind IN ('bail', 'commandement', 'rg') OR key ~ '^[0-9a-f]{64}$'),
  household uuid NOT NULL
    CONSTRAINT identity_key_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  CONSTRAINT identity_key_once PRIMARY KEY (kind, key, household)
);
CREATE UNIQUE INDEX identity_key_has_one_dossier ON identity_key (kind, key)
  WHERE kind IN ('bail', 'commandement', 'rg', 'allocataire');
CREATE INDEX identity_key_by_dossier ON identity_key (household);
COMMENT ON TABLE identity_key IS
  'By what a household is recognised: references of partners, and digests of what says something of '
  'a person. Written by intake with each accepted event; lives as long as the dossier.';

CREATE TABLE tenant (
  household uuid NOT NULL
    CONSTRAINT tenant_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  rank smallint NOT NULL CONSTRAINT tenant_rank_is_bounded CHECK (rank BETWEEN 1 AND 12),
  nom text NOT NULL,
  prenom text NOT NULL,
  naissance date,
  CONSTRAINT tenant_key PRIMARY KEY (household, rank)
);
COMMENT ON TABLE tenant IS
  'Personal data: the tenants named in the acts. Written by intake; deleted with the dossier.';

CREATE TABLE dwelling (
  household uuid NOT NULL CONSTRAINT dwelling_key PRIMARY KEY
    CONSTRAINT dwelling_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  insee text NOT NULL CONSTRAINT dwelling_insee_has_its_form
    CHECK (insee ~ '^[0-9][0-9AB][0-9]{3}$'),
  voie text NOT NULL,
  complement text
);
COMMENT ON TABLE dwelling IS
  'Personal data: the address of the dwelling. Written by intake; deleted with the dossier.';

CREATE TABLE reception (
  sender text NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  status text NOT NULL CONSTRAINT reception_status_is_known
    CHECK (status IN ('accepte', 'refuse')),
  code text NOT NULL,
  household uuid
    CONSTRAINT reception_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  received_on date NOT NULL,
  CONSTRAINT reception_key PRIMARY KEY (sender, event_id),
  CONSTRAINT reception_accepted_has_dossier CHECK ((status = 'accepte') = (household IS NOT NULL))
);
COMMENT ON TABLE reception IS
  'What was answered to each event: for a landlord, the proof of its saisine. Written by intake once '
  'an event, rewritten only when an operator releases it from quarantine; lives as long as the '
  'dossier, because a duplicate may come a year later.';

CREATE TABLE doubt (
  household uuid NOT NULL
    CONSTRAINT doubt_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  other uuid NOT NULL
    CONSTRAINT doubt_about_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  reason text NOT NULL CONSTRAINT doubt_reason_is_known CHECK (reason IN (
    'references-contradictoires', 'personne-dans-autre-dossier', 'homonyme', 'autre-logement',
    'meme-personne-autre-adresse', 'meme-logement-autre-nom', 'plusieurs-dossiers')),
  opened_on date NOT NULL,
  CONSTRAINT doubt_once PRIMARY KEY (household, other, reason),
  CONSTRAINT doubt_is_about_two CHECK (household <> other)
);
COMMENT ON TABLE doubt IS
  'Two dossiers that may be one household, or one that may be two: an operator decides, nothing is '
  'merged by itself. Written by intake; lives as long as both dossiers.';
