-- Why a dossier was decided again may be in a commission's own words: they are sealed by the key of the
-- household. Rows of earlier releases are in plain until `migrate` has sealed them.

ALTER TABLE revision ALTER COLUMN because TYPE bytea USING convert_to(because, 'UTF8');
