-- A birth may be known by its year or month alone, and a person may have one name only.

ALTER TABLE tenant
  ALTER COLUMN prenom DROP NOT NULL,
  ALTER COLUMN naissance TYPE text USING to_char(naissance, 'YYYY-MM-DD'),
  ADD CONSTRAINT tenant_naissance_has_its_form CHECK (naissance ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
COMMENT ON COLUMN tenant.naissance IS
  'YYYY-MM-DD, with 00 for a day, or for a month and a day, that nobody knows.';
COMMENT ON COLUMN tenant.prenom IS 'NULL for who has one name only; it stands in nom.';
