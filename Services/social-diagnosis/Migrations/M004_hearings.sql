-- The hearings of a household: whoever is invited to one must know where it is held.

CREATE TABLE hearing (
  household     uuid    NOT NULL CONSTRAINT hearing_of REFERENCES dossier (household),
  hearing_on    date    NOT NULL,
  place_court   text,
  place_chamber text,
  place_address text,
  place_hour    text    CONSTRAINT hearing_place_hour_form CHECK (place_hour ~ '^[0-9]{2}:[0-9]{2}$'),
  is_held       boolean NOT NULL,
  CONSTRAINT hearing_key PRIMARY KEY (household, hearing_on),
  CONSTRAINT hearing_place CHECK (place_court IS NOT NULL
    OR (place_chamber IS NULL AND place_address IS NULL AND place_hour IS NULL))
);
COMMENT ON TABLE hearing IS
  'One row a hearing that an assignation or a postponement fixed, or that was held, with its place. Written by social-diagnosis; kept for the life of the dossier.';
