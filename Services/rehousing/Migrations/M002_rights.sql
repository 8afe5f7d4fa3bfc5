-- The right to accommodation, the registration of the demand, and who declines to house a household.

ALTER TABLE rehousing_file
  ADD COLUMN daho text NOT NULL DEFAULT 'none' CONSTRAINT rehousing_file_daho_known
    CHECK (daho IN ('none', 'filed', 'refused', 'priority')),
  ADD COLUMN daho_on date,
  ADD COLUMN daho_offered boolean NOT NULL DEFAULT false,
  ADD COLUMN registration text,
  ADD COLUMN registered_on date,
  ADD CONSTRAINT rehousing_file_daho_dated CHECK ((daho = 'none') = (daho_on IS NULL)),
  DROP CONSTRAINT rehousing_file_dalo_known,
  ADD CONSTRAINT rehousing_file_dalo_known
    CHECK (dalo IN ('none', 'filed', 'refused', 'priority', 'lost'));

ALTER TABLE offer ADD COLUMN path text;

CREATE TABLE decline (
  household   uuid    NOT NULL,
  entry       integer NOT NULL CONSTRAINT decline_entry_counted CHECK (entry >= 1),
  declined_on date    NOT NULL,
  sender      text    NOT NULL,
  offer       text,
  motive      text    NOT NULL,
  CONSTRAINT decline_key PRIMARY KEY (household, entry),
  CONSTRAINT decline_file FOREIGN KEY (household) REFERENCES rehousing_file ON DELETE CASCADE
);
COMMENT ON TABLE decline IS
  'Landlords, their commissions and réservataires who do not house a household, with the motive: the '
  'préfet attributes in their place. Kept for the life of the dossier.';
