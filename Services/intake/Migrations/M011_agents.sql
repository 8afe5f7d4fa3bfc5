-- Who decided: one person, beside the account that sent the decision.

ALTER TABLE relation ADD COLUMN settled_agent text;
COMMENT ON COLUMN relation.settled_agent IS
  'The person who verified the tie, where an operator did; NULL in rows of earlier releases.';

ALTER TABLE fusion_log ADD COLUMN agent text;
COMMENT ON COLUMN fusion_log.agent IS
  'The person who decided, by first name and name, where the event says so.';
