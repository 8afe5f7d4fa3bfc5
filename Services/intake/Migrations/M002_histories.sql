-- What each accepted event said of its household: so that one can be rectified, and two dossiers joined
-- and parted again.

ALTER TABLE dossier
  ADD COLUMN merged_into uuid CONSTRAINT dossier_merged_into_dossier REFERENCES dossier (household),
  ADD COLUMN mandataire boolean NOT NULL DEFAULT false,
  ADD COLUMN seuil_atteint boolean,
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT dossier_is_not_merged_into_itself CHECK (merged_into <> household);
CREATE INDEX dossier_by_merger ON dossier (merged_into) WHERE merged_into IS NOT NULL;
COMMENT ON COLUMN dossier.merged_into IS
  'The dossier that this one is joined to; its own rows stay as they are, so that it can be parted.';
COMMENT ON COLUMN dossier.withdrawn IS
  'No event of this dossier stands any more: all were withdrawn by their senders.';

ALTER TABLE identity_key
  DROP CONSTRAINT identity_key_kind_is_known, DROP CONSTRAINT identity_key_is_digest_for_people,
  ADD CONSTRAINT identity_key_kind_is_known CHECK (kind IN (
    'bail', 'exploc', 'commandement', 'rg', 'allocataire', 'personne-adresse', 'adresse',
    'etat-civil')),
  ADD CONSTRAINT identity_key_is_digest_for_people CHECK (
    kind IN ('bail', 'exploc', 'commandement', 'rg') OR key ~ '^[0-9a-f]{64}$');
DROP INDEX identity_key_has_one_dossier;
CREATE UNIQUE INDEX identity_key_has_one_dossier ON identity_key (kind, key)
  WHERE kind IN ('bail', 'exploc', 'commandement', 'rg', 'allocataire');

CREATE TABLE contribution (
  sender text NOT NULL,
  event_id text NOT NULL,
  place bigint GENERATED ALWAYS AS IDENTITY,
  home uuid NOT NULL
    CONSTRAINT contribution_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  type text NOT NULL,
  genre text NOT NULL,
  act_on date NOT NULL,
  received_on date NOT NULL,
  menage text NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  CONSTRAINT contribution_key PRIMARY KEY (sender, event_id)
);
CREATE INDEX contribution_by_dossier ON contribution (home);
COMMENT ON TABLE contribution IS
  'Personal data: how each accepted event named its household, and the dossier that this leads to '
  'when nothing is merged. Written by intake once an event, rewritten by a rectification; deleted '
  'with the dossier.';

CREATE TABLE fusion_log (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT fusion_log_key PRIMARY KEY,
  action text NOT NULL CONSTRAINT fusion_log_action_is_known
    CHECK (action IN ('fusion', 'separation')),
  household uuid NOT NULL,
  other uuid NOT NULL,
  sender text NOT NULL,
  event_id text NOT NULL,
  decided_on date NOT NULL,
  because text
);
COMMENT ON TABLE fusion_log IS
  'Who joined or parted which dossiers, when and why: who read one read the other meanwhile. Written '
  'by intake, never changed.';
