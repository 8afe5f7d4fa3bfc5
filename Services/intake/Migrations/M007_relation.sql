-- An account that nothing tied to a dossier is no longer listed once something does.

ALTER TABLE relation
  ADD COLUMN brought text,
  ADD COLUMN settled_by text
    CONSTRAINT relation_settled_by_is_known CHECK (settled_by IN ('dossier', 'operateur'));
COMMENT ON COLUMN relation.brought IS
  'The references and persons that the account itself brought while nothing showed its tie: kind, tab, key, '
  'one a line. They show nothing of it until somebody else says them. NULL in rows of earlier releases.';
COMMENT ON COLUMN relation.settled_by IS
  'Who showed what ties the account to the dossier: a later event about it, or an operator. NULL while '
  'nobody did.';
