-- Events that come before their dossier wait for it.

CREATE TABLE waiting (
  sender text NOT NULL,
  event_id text NOT NULL,
  ticket uuid NOT NULL CONSTRAINT waiting_ticket_once UNIQUE,
  type text NOT NULL,
  received_on date NOT NULL,
  act_on date NOT NULL,
  menage text NOT NULL,
  body text NOT NULL,
  CONSTRAINT waiting_key_of_event PRIMARY KEY (sender, event_id)
);
COMMENT ON TABLE waiting IS
  'Personal data: events whose dossier is not open yet, as published. Written by intake; a row leaves '
  'when a dossier opens that has one of its keys, when its sender withdraws it, or when the deadline '
  'that is armed under its ticket ends.';

CREATE TABLE waiting_key (
  kind text NOT NULL CONSTRAINT waiting_key_kind_is_known CHECK (kind IN (
    'bail', 'exploc', 'commandement', 'rg', 'allocataire', 'personne-adresse')),
  key text NOT NULL CONSTRAINT waiting_key_is_digest_for_people CHECK (
    kind IN ('bail', 'exploc', 'commandement', 'rg') OR key ~ '^[0-9a-f]{64}$'),
  sender text NOT NULL,
  event_id text NOT NULL,
  CONSTRAINT waiting_key_once PRIMARY KEY (kind, key, sender, event_id),
  CONSTRAINT waiting_key_of_waiting FOREIGN KEY (sender, event_id)
    REFERENCES waiting (sender, event_id) ON DELETE CASCADE
);
CREATE INDEX waiting_key_by_event ON waiting_key (sender, event_id);
COMMENT ON TABLE waiting_key IS
  'By what a waiting event will be recognised: references of partners, and digests of what says '
  'something of a person. Written by intake; leaves with its event.';

ALTER TABLE reception
  DROP CONSTRAINT reception_accepted_has_dossier,
  ADD CONSTRAINT reception_accepted_has_dossier CHECK (
    (status = 'accepte' AND code NOT IN ('accepte.en-attente', 'accepte.attente-rectifiee'))
      = (household IS NOT NULL));
