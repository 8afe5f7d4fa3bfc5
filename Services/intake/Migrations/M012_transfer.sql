-- To whom a dossier was proposed: the receipt of another commission moves it only from there.

ALTER TABLE dossier ADD COLUMN transfer_to text;
COMMENT ON COLUMN dossier.transfer_to IS
  'Code of the département to whose commission it was proposed last; NULL where none was, or that refused.';
