-- The tables of rehousing. Written by the service `rehousing` only.

CREATE TABLE rehousing_file (
  household               uuid    NOT NULL,
  landlord                text    CONSTRAINT rehousing_file_landlord_known CHECK (landlord IN
                                  ('personne-physique', 'sci-familiale', 'personne-morale-sociale',
                                   'personne-morale-privee')),
  demand                  text    NOT NULL CONSTRAINT rehousing_file_demand_known
                                  CHECK (demand IN ('none', 'open', 'stopped', 'rehoused')),
  demand_on               date,
  demand_reminders        integer NOT NULL CONSTRAINT rehousing_file_demand_reminders_counted
                                  CHECK (demand_reminders >= 0),
  urgency                 text    NOT NULL CONSTRAINT rehousing_file_urgency_known CHECK (urgency IN
                                  ('before-summons', 'summoned', 'eviction-ordered',
                                   'police-aid-requested')),
  rank                    integer NOT NULL CONSTRAINT rehousing_file_rank_known
                                  CHECK (rank BETWEEN 1 AND 5),
  eviction_from           date,
  dalo                    text    NOT NULL CONSTRAINT rehousing_file_dalo_known
                                  CHECK (dalo IN ('none', 'filed', 'refused', 'priority')),
  dalo_on                 date,
  dalo_offered            boolean NOT NULL,
  accommodation           text    NOT NULL CONSTRAINT rehousing_file_accommodation_known CHECK
                                  (accommodation IN
                                   ('none', 'asked', 'offered', 'accommodated', 'stopped')),
  accommodation_on        date,
  accommodation_reminders integer NOT NULL CONSTRAINT rehousing_file_accommodation_counted
                                  CHECK (accommodation_reminders >= 0),
  CONSTRAINT rehousing_file_key PRIMARY KEY (household),
  CONSTRAINT rehousing_file_demand_dated CHECK ((demand = 'none') = (demand_on IS NULL)),
  CONSTRAINT rehousing_file_dalo_dated CHECK ((dalo = 'none') = (dalo_on IS NULL)),
  CONSTRAINT rehousing_file_dalo_offer CHECK (dalo = 'priority' OR NOT dalo_offered),
  CONSTRAINT rehousing_file_accommodation_dated
    CHECK ((accommodation = 'none') = (accommodation_on IS NULL))
) WITH (fillfactor = 80);
COMMENT ON TABLE rehousing_file IS
  'One row a household: demand, DALO right, accommodation. Kept for the life of the dossier.';

-- The order in which landlords and réservataires are to be asked for a dwelling.
CREATE INDEX rehousing_file_queue ON rehousing_file (rank, eviction_from, demand_on, household)
  WHERE demand = 'open';

CREATE TABLE offer (
  household  uuid    NOT NULL,
  entry      integer NOT NULL CONSTRAINT offer_entry_counted CHECK (entry >= 1),
  reference  text    NOT NULL,
  sender     text,
  offered_on date    NOT NULL,
  suitable   boolean NOT NULL,
  rent_cents bigint  CONSTRAINT offer_rent_positive CHECK (rent_cents >= 0),
  state      text    NOT NULL CONSTRAINT offer_state_known CHECK (state IN
                     ('queued', 'transmitted', 'unsuitable', 'refused', 'unanswered', 'accepted',
                      'lapsed', 'leased', 'withdrawn')),
  state_on   date    NOT NULL,
  reminded   boolean NOT NULL,
  motive     text,
  CONSTRAINT offer_key PRIMARY KEY (household, entry),
  CONSTRAINT offer_file FOREIGN KEY (household) REFERENCES rehousing_file ON DELETE CASCADE,
  CONSTRAINT offer_motive_of_refusal CHECK (motive IS NULL OR state = 'refused'),
  CONSTRAINT offer_reminder_awaits CHECK (NOT reminded OR state IN ('transmitted', 'accepted')),
  -- Deferred: one statement may answer an offer and transmit the next one.
  CONSTRAINT offer_one_under_way EXCLUDE USING btree (household WITH =)
    WHERE (state = 'transmitted') DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT offer_one_accepted EXCLUDE USING btree (household WITH =)
    WHERE (state = 'accepted') DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 80);
COMMENT ON TABLE offer IS
  'One row an offer of a dwelling, in order of arrival; never removed before its dossier.';
