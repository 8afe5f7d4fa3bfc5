-- What names or describes a person is sealed by the key of its household. Rows of earlier releases are in
-- plain until `migrate` has sealed them: their first byte tells.

ALTER TABLE tenant
  DROP CONSTRAINT tenant_naissance_has_its_form,
  ALTER COLUMN nom TYPE bytea USING convert_to(nom, 'UTF8'),
  ALTER COLUMN prenom TYPE bytea USING convert_to(prenom, 'UTF8'),
  ALTER COLUMN naissance TYPE bytea USING convert_to(naissance, 'UTF8');
ALTER TABLE dossier
  ALTER COLUMN voie TYPE bytea USING convert_to(voie, 'UTF8'),
  ALTER COLUMN complement TYPE bytea USING convert_to(complement, 'UTF8');
ALTER TABLE diagnosis ALTER COLUMN content TYPE bytea USING convert_to(content, 'UTF8');
