-- What a judgment or an appeal may say: five kinds of decisions, a reduced or suppressed delay of
-- the commandement de quitter les lieux, a reversal in part.

ALTER TABLE act
  ADD COLUMN quit_months integer CONSTRAINT act_quit_months_bounded CHECK (quit_months BETWEEN 0 AND 1),
  ADD COLUMN quit_days integer CONSTRAINT act_quit_days_bounded CHECK (quit_days BETWEEN 0 AND 59),
  DROP CONSTRAINT act_kind_and_outcome,
  ADD CONSTRAINT act_kind_and_outcome CHECK (CASE kind
    WHEN 'summons' THEN outcome IN ('debt', 'conge', 'troubles', 'other-motive')
      AND prefect_told_on IS NOT NULL AND hearing_on IS NOT NULL
    WHEN 'hearing' THEN outcome IN ('tenant-present', 'tenant-absent')
    WHEN 'postponement' THEN outcome IS NULL AND hearing_on IS NOT NULL
    WHEN 'ruling' THEN outcome IN ('rejet', 'irrecevable', 'desistement', 'radiation', 'caducite',
      'delais-suspensifs', 'delais-surendettement', 'expulsion-ferme', 'expulsion-avec-delais',
      'expulsion-sans-delai', 'delais-sans-suspension', 'paiement', 'conciliation', 'conge-valide',
      'sursis-a-statuer')
    WHEN 'notification' THEN outcome IN ('jugement', 'refere')
    WHEN 'appeal' THEN outcome IN ('forme', 'confirme', 'infirme', 'desiste', 'arret-execution',
      'infirme-partiellement')
    WHEN 'quit-order' THEN outcome IS NULL
    WHEN 'jex-ruling' THEN outcome IS NULL
    WHEN 'surendettement-stay' THEN outcome IS NULL
    WHEN 'protocole' THEN outcome IS NULL AND delays_end_on IS NOT NULL
    WHEN 'police-aid-request' THEN outcome IS NULL
    WHEN 'police-aid-silence' THEN outcome IS NULL
    WHEN 'police-aid-decision' THEN outcome IN ('granted', 'refused')
    WHEN 'eviction' THEN outcome IS NULL OR outcome IN ('police-aid', 'no-police-aid')
    WHEN 'departure' THEN outcome IS NULL OR outcome = 'keys'
    WHEN 'compensation-claim' THEN outcome IS NULL AND amount IS NOT NULL
    WHEN 'compensation-decision' THEN outcome IN ('granted', 'refused') AND amount IS NOT NULL
    WHEN 'compensation-silence' THEN outcome IS NULL
    ELSE false END);
COMMENT ON COLUMN act.quit_months IS
  'What the judge leaves of the two months of the commandement de quitter les lieux (CPCE L412-1): months, then quit_days; NULL where he leaves them whole.';
COMMENT ON COLUMN act.reason IS
  'How an assignation was served, the motive of a refusal, the text of a delay, what the court holds of the rent, whether furniture was left, whether an appeal reverses the eviction.';
