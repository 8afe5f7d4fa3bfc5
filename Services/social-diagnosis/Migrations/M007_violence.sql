-- Once a violence in the household is known, what was written of one of the couple goes to no account that
-- the other reads.

ALTER TABLE dossier ADD COLUMN is_violence_known boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN dossier.is_violence_known IS
  'A violence in the household was reported (menage.changement): the DSF goes to the household''s account without its sections. Written by social-diagnosis; false in rows of earlier releases until they are decided again.';
