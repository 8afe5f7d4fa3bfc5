-- A DSF waits for the observations of the household; one that did not come is not a carence; the
-- landlord has its copy.

ALTER TABLE dossier
  ADD COLUMN bailleur text,
  ADD COLUMN huissier text,
  DROP CONSTRAINT dossier_dsf_known,
  ADD CONSTRAINT dossier_dsf_known CHECK (dsf IN
    ('none', 'requested', 'observed', 'missing', 'sent-without-meeting', 'sent', 'withdrawn'));
COMMENT ON COLUMN dossier.bailleur IS
  'The broker account of the landlord, for its copy of the DSF; its huissier has it where the landlord has none.';
