-- By what right the household lives in the dwelling: with the motive it says which rules apply.

ALTER TABLE court_file
  ADD COLUMN lease_kind text CONSTRAINT court_file_lease_kind_known CHECK (lease_kind IN
    ('vide', 'meuble', 'mixte', 'foyer', 'loi-1948', 'sans-titre'));

ALTER TABLE act
  ADD COLUMN lease_kind text CONSTRAINT act_lease_kind_known CHECK (lease_kind IN
    ('vide', 'meuble', 'mixte', 'foyer', 'loi-1948', 'sans-titre')),
  ADD COLUMN tenant_protected boolean,
  DROP CONSTRAINT act_kind_and_outcome,
  ADD CONSTRAINT act_kind_and_outcome CHECK (CASE kind
    WHEN 'summons' THEN outcome IN ('debt', 'conge', 'troubles', 'assurance',
      'abandon', 'squat', 'other-motive')
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
COMMENT ON COLUMN act.lease_kind IS
  'By what right the household lives there, as the assignation says it; NULL where it does not.';
COMMENT ON COLUMN act.tenant_protected IS
  'Whether another dwelling must be offered with the congé (loi 89-462 art. 15 III); NULL where nobody said so.';
