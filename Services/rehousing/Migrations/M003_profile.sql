-- What whoever looks for a dwelling must know of the household.

ALTER TABLE rehousing_file
  ADD COLUMN adults    integer CONSTRAINT rehousing_file_adults_positive CHECK (adults >= 1),
  ADD COLUMN children  integer CONSTRAINT rehousing_file_children_counted CHECK (children >= 0),
  ADD COLUMN ages      text,
  ADD COLUMN budget    bigint,
  ADD COLUMN communes  text,
  ADD COLUMN mobility  text;
COMMENT ON COLUMN rehousing_file.budget IS
  'Whole cents a month that the household can pay, charges included, housing aid deducted.';
COMMENT ON COLUMN rehousing_file.mobility IS
  'What a disability asks of the dwelling, as the household says it; told to searchers with its agreement only.';
