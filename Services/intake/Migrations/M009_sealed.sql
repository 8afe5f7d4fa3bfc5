-- Names, addresses and what partners wrote are sealed by the key of their dossier, or of the event that
-- waits; digests of what says something of a person are keyed. Rows of earlier releases are as they were
-- until `migrate` has sealed them and keyed their digests: their first byte tells.

ALTER TABLE tenant
  DROP CONSTRAINT tenant_naissance_has_its_form,
  ALTER COLUMN nom TYPE bytea USING convert_to(nom, 'UTF8'),
  ALTER COLUMN prenom TYPE bytea USING convert_to(prenom, 'UTF8'),
  ALTER COLUMN naissance TYPE bytea USING convert_to(naissance, 'UTF8');
ALTER TABLE dwelling
  ALTER COLUMN voie TYPE bytea USING convert_to(voie, 'UTF8'),
  ALTER COLUMN complement TYPE bytea USING convert_to(complement, 'UTF8');
ALTER TABLE contribution ALTER COLUMN menage TYPE bytea USING convert_to(menage, 'UTF8');
ALTER TABLE waiting
  ALTER COLUMN menage TYPE bytea USING convert_to(menage, 'UTF8'),
  ALTER COLUMN body TYPE bytea USING convert_to(body, 'UTF8');
ALTER TABLE fusion_log ALTER COLUMN because TYPE bytea USING convert_to(because, 'UTF8');

ALTER TABLE identity_key
  DROP CONSTRAINT identity_key_is_digest_for_people,
  ADD CONSTRAINT identity_key_is_digest_for_people CHECK (
    kind IN ('bail', 'exploc', 'commandement', 'rg') OR key ~ '^k?[0-9a-f]{64}$');
ALTER TABLE waiting_key
  DROP CONSTRAINT waiting_key_is_digest_for_people,
  ADD CONSTRAINT waiting_key_is_digest_for_people CHECK (
    kind IN ('bail', 'exploc', 'commandement', 'rg') OR key ~ '^k?[0-9a-f]{64}$');

-- By this `migrate` and the service see that the key of the digests is the one that made them.
CREATE TABLE digest_check (
  value text NOT NULL CONSTRAINT digest_check_key PRIMARY KEY
);
COMMENT ON TABLE digest_check IS
  'The keyed digest of the empty text. Written once, by migrate; lives for ever.';

-- The digest of a content that was kept cannot follow: whatever comes under such a name may be a copy.
UPDATE reception SET digest = NULL;
COMMENT ON COLUMN reception.digest IS
  'Of type, household and canonical JSON of the data, keyed; NULL for rows older than the key: any.';
