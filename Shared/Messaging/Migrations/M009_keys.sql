-- What messages say is sealed by a key of their household; destroying the key erases it everywhere,
-- also in backups that are older.

CREATE TABLE household_key (
  household uuid    NOT NULL CONSTRAINT household_key_key PRIMARY KEY,
  wrapped   bytea,
  master    integer,
  erased_on date,
  CONSTRAINT household_key_or_erased CHECK (
    num_nulls(wrapped, master) = CASE WHEN erased_on IS NULL THEN 0 ELSE 2 END)
);
COMMENT ON TABLE household_key IS
  'One key a household, and one a message without a household, wrapped by a master key that is in no '
  'database. A row stays once its key was destroyed, so that none is made again. Back it up by itself, '
  'and keep no older copy than the newest.';
COMMENT ON COLUMN household_key.master IS 'The number of the master key that wraps it.';
COMMENT ON COLUMN household_key.erased_on IS 'The day on which the key was destroyed; NULL while it is there.';

-- An erasure finds by these what it makes unreadable.
CREATE INDEX quarantine_of_household ON quarantine (household) WHERE household IS NOT NULL;
CREATE INDEX outbox_without_household ON outbox (causation) WHERE household IS NULL;

-- Rows of earlier releases are in plain until `migrate` has sealed them: their first byte tells.
ALTER TABLE outbox ALTER COLUMN body TYPE bytea USING convert_to(body, 'UTF8');
COMMENT ON COLUMN outbox.body IS 'What the message says, sealed.';
