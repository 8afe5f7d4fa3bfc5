-- What describes a household, and what others wrote of it, is sealed by its key. Rows of earlier releases
-- are in plain until `migrate` has sealed them: their first byte tells.

ALTER TABLE rehousing_file
  ALTER COLUMN registration TYPE bytea USING convert_to(registration, 'UTF8'),
  ALTER COLUMN ages TYPE bytea USING convert_to(ages, 'UTF8'),
  ALTER COLUMN communes TYPE bytea USING convert_to(communes, 'UTF8'),
  ALTER COLUMN mobility TYPE bytea USING convert_to(mobility, 'UTF8');
ALTER TABLE offer ALTER COLUMN motive TYPE bytea USING convert_to(motive, 'UTF8');
ALTER TABLE decline ALTER COLUMN motive TYPE bytea USING convert_to(motive, 'UTF8');
