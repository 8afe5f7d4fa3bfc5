-- A partner of health takes part where the household asks for it.

ALTER TABLE rehousing_file ADD COLUMN health_asked_on date;
COMMENT ON COLUMN rehousing_file.health_asked_on IS
  'The day on which the household asked that a partner of health takes part; NULL where it did not.';
