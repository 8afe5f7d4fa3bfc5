-- Who read which dossier, why and when. A database of its own: what reads dossiers owns nothing here, and
-- adds a line through record_reading alone.

CREATE TABLE reading (
  number   bigint      NOT NULL CONSTRAINT reading_key PRIMARY KEY,
  read_at  timestamptz NOT NULL,
  agent    text        NOT NULL CONSTRAINT reading_has_agent CHECK (agent <> ''),
  os_user  text        NOT NULL,
  command  text        NOT NULL,
  dossiers uuid[]      NOT NULL,
  is_whole boolean     NOT NULL,
  scope    text        NOT NULL,
  why      text        NOT NULL CONSTRAINT reading_has_reason CHECK (why <> ''),
  previous bytea       NOT NULL CONSTRAINT reading_previous_is_digest CHECK (length(previous) = 32),
  hash     bytea       NOT NULL CONSTRAINT reading_hash_is_digest CHECK (length(hash) = 32),
  CONSTRAINT reading_stands_on_one_line
    CHECK (concat(agent, os_user, command, scope, why) !~ '[[:cntrl:]]')
);
CREATE INDEX reading_of_dossier ON reading USING gin (dossiers);
COMMENT ON TABLE reading IS
  'Each reading of personal data, written before it is shown; append-only, kept one year. hash is the '
  'SHA-256 of previous, which is the hash of the line before, and of the line itself.';
COMMENT ON COLUMN reading.is_whole IS
  'More dossiers were shown than are named: the line counts for each.';
COMMENT ON COLUMN reading.scope IS 'What was shown, in French, where the dossiers alone do not say it.';

CREATE TABLE reading_end (
  place  text   NOT NULL CONSTRAINT reading_end_key PRIMARY KEY
                CONSTRAINT reading_end_known CHECK (place IN ('anchor', 'head')),
  number bigint NOT NULL,
  hash   bytea  NOT NULL
);
INSERT INTO reading_end (place, number, hash)
VALUES ('anchor', 0, decode(repeat('00', 32), 'hex')), ('head', 0, decode(repeat('00', 32), 'hex'));
COMMENT ON TABLE reading_end IS
  'Both ends of the chain: anchor is the last line that was purged, head the last one that was written. '
  'Written by the functions beside it.';

-- The text that a line's hash covers: one value a line, none of which holds a line feed.
CREATE FUNCTION reading_text(line reading) RETURNS text LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT concat_ws(E'\n', line.number,
    to_char(line.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    line.agent, line.os_user, line.command, array_to_string(line.dossiers, ' '),
    CASE WHEN line.is_whole THEN 'tous' ELSE '' END, line.scope, line.why)
$$;

-- Adds a line. The lock on the head lets one writer in at a time, and no line is older than the one before.
CREATE FUNCTION append_reading(
  at timestamptz, agent text, os_user text, command text, dossiers uuid[], is_whole boolean, scope text,
  why text)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  head reading_end;
  line reading;
BEGIN
  SELECT * INTO STRICT head FROM reading_end AS e WHERE e.place = 'head' FOR UPDATE;
  line := ROW(head.number + 1,
    greatest(at, (SELECT r.read_at FROM reading AS r WHERE r.number = head.number)),
    agent, os_user, command, dossiers, is_whole, scope, why, head.hash, head.hash)::reading;
  line.hash := sha256(line.previous || convert_to(reading_text(line), 'UTF8'));
  INSERT INTO reading SELECT line.*;
  UPDATE reading_end SET number = line.number, hash = line.hash WHERE place = 'head';
  RETURN line.number;
END $$;

-- What reads dossiers may call this, and nothing else that writes: the moment is the server's.
CREATE FUNCTION record_reading(
  agent text, os_user text, command text, dossiers uuid[], is_whole boolean, scope text, why text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT append_reading(clock_timestamp(), agent, os_user, command, dossiers, is_whole, scope, why)
$$;

-- Removes the lines before a moment, and leaves a line that says up to which, with its hash. Never a line
-- that is younger than a year.
CREATE FUNCTION purge_readings(before timestamptz, agent text, os_user text, why text)
RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  last reading;
  removed bigint;
BEGIN
  IF before > clock_timestamp() - interval '1 year' THEN
    RAISE EXCEPTION 'a reading is kept one year' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM FROM reading_end AS e WHERE e.place = 'head' FOR UPDATE;
  SELECT r.* INTO last FROM reading AS r WHERE r.read_at < before ORDER BY r.number DESC LIMIT 1;
  IF last.number IS NULL THEN RETURN 0; END IF;
  PERFORM append_reading(clock_timestamp(), agent, os_user, 'readings purge', '{}', false,
    'lectures effacées jusqu''au n° ' || last.number || ', empreinte ' || encode(last.hash, 'hex'), why);
  DELETE FROM reading AS r WHERE r.number <= last.number;
  GET DIAGNOSTICS removed = ROW_COUNT;
  UPDATE reading_end SET number = last.number, hash = last.hash WHERE place = 'anchor';
  RETURN removed;
END $$;

REVOKE EXECUTE ON FUNCTION reading_text(reading),
  append_reading(timestamptz, text, text, text, uuid[], boolean, text, text),
  record_reading(text, text, text, uuid[], boolean, text, text),
  purge_readings(timestamptz, text, text, text) FROM PUBLIC;
