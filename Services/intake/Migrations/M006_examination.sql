-- Events that persons or address contradict are held apart; accounts that nothing ties to a dossier are shown.

ALTER TABLE waiting
  ADD COLUMN held_for uuid CONSTRAINT waiting_held_for_dossier REFERENCES dossier (household),
  ADD COLUMN contradicts text NOT NULL DEFAULT '',
  ADD CONSTRAINT waiting_held_is_contradicted CHECK ((held_for IS NOT NULL) = (contradicts <> ''));
COMMENT ON COLUMN waiting.held_for IS
  'The dossier to which a reference of the event leads, and which contradicts it: a commission joins or '
  'parts them. NULL where the event only came before its dossier.';
COMMENT ON COLUMN waiting.contradicts IS
  'What of the event that dossier contradicts: locataires, voie, with a space between.';

ALTER TABLE reception
  DROP CONSTRAINT reception_accepted_has_dossier,
  ADD CONSTRAINT reception_accepted_has_dossier CHECK (
    (status = 'accepte'
      AND code NOT IN ('accepte.en-attente', 'accepte.attente-rectifiee', 'accepte.en-examen'))
      = (household IS NOT NULL));

ALTER TABLE doubt
  DROP CONSTRAINT doubt_reason_is_known,
  ADD CONSTRAINT doubt_reason_is_known CHECK (reason IN (
    'references-contradictoires', 'personne-dans-autre-dossier', 'homonyme', 'autre-logement',
    'meme-personne-autre-adresse', 'meme-logement-autre-nom', 'plusieurs-dossiers',
    'reference-contredite'));

ALTER TABLE dossier ADD COLUMN moved boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN dossier.moved IS
  'An event told that somebody of the household lives elsewhere: another address contradicts nothing.';

ALTER TABLE contribution ADD COLUMN party boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN contribution.party IS
  'Whether its sender spoke as the dossier''s own étude or landlord, or is neither. Rows of earlier '
  'releases are taken for such.';

CREATE TABLE relation (
  household uuid NOT NULL
    CONSTRAINT relation_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  account text NOT NULL,
  genre text NOT NULL,
  opened_on date NOT NULL,
  CONSTRAINT relation_once PRIMARY KEY (household, account)
);
COMMENT ON TABLE relation IS
  'Accounts that act on a dossier, and of which nothing shows what ties them to it. Written by intake '
  'with the first such event, when the commission is told; lives as long as the dossier.';
