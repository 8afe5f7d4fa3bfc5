-- What the law review asks the saga to remember. Written by the service `saga-orchestrator` only.

ALTER TABLE dossier ADD COLUMN admitted_on date;
COMMENT ON COLUMN dossier.admitted_on IS
  'The recevabilité of a surendettement: a commandement for rent that fell due later is not neutralised.';
