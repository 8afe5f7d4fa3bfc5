-- How old the arrears were when somebody first told of them: the yearly evaluation counts it (S1).

ALTER TABLE settlement_detail
  ADD COLUMN first_signal_on date,
  ADD COLUMN months_unpaid   integer CONSTRAINT detail_months_positive CHECK (months_unpaid >= 0),
  ADD CONSTRAINT detail_first_signal_whole
    CHECK ((first_signal_on IS NULL) = (months_unpaid IS NULL));
COMMENT ON COLUMN settlement_detail.months_unpaid IS
  'Months of rent unpaid by the first signal; where it tells none, whole months since the arrears were '
  'constituted. Empty for a dossier whose signals came before this release.';
