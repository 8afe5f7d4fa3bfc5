-- Orders of the saga may say the same measures again: the court reads them once.

ALTER TABLE court_file ADD COLUMN court_told text;
COMMENT ON COLUMN court_file.court_told IS
  'The hearing and the measures of which the court was last told; NULL where it was told of none.';
