-- What a human concluded, beside what the indicators propose; the days of proposal and of request.

ALTER TABLE dossier
  ADD COLUMN proposed_on date,
  ADD COLUMN requested_on date,
  ADD COLUMN has_guardian boolean NOT NULL DEFAULT false;

ALTER TABLE diagnosis
  ADD COLUMN decided text CONSTRAINT diagnosis_decided_known CHECK (decided IN
    ('maintien', 'maintien-sous-condition', 'relogement', 'indetermine')),
  ADD COLUMN content text;
COMMENT ON COLUMN diagnosis.conclusion IS 'What the indicators propose: it decides nothing.';
COMMENT ON COLUMN diagnosis.decided IS 'What the social worker concluded (RGPD art. 22).';
COMMENT ON COLUMN diagnosis.content IS 'The diagnosis as it was sent, all sections of the form.';
