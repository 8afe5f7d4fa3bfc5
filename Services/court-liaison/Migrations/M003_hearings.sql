-- Where a hearing is held, and at what hour.

ALTER TABLE act
  ADD COLUMN place_court text,
  ADD COLUMN place_chamber text,
  ADD COLUMN place_address text,
  ADD COLUMN place_hour text CONSTRAINT act_place_hour_form CHECK (place_hour ~ '^[0-9]{2}:[0-9]{2}$'),
  ADD CONSTRAINT act_place_of_hearing CHECK (place_court IS NOT NULL
    OR (place_chamber IS NULL AND place_address IS NULL AND place_hour IS NULL));
COMMENT ON COLUMN act.place_court IS
  'The court of the hearing that the act fixes, postpones to, or tells of, as its sender wrote it.';
