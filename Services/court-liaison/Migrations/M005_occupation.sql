-- What the household paid for the months of its occupation: the State owes the landlord the less.

CREATE TABLE occupation_payment (
  household uuid   NOT NULL CONSTRAINT occupation_payment_of REFERENCES court_file ON DELETE CASCADE,
  term      date   NOT NULL,
  paid_on   date   NOT NULL,
  amount    bigint NOT NULL CONSTRAINT occupation_payment_positive CHECK (amount > 0),
  nature    text   NOT NULL CONSTRAINT occupation_payment_nature_known CHECK (nature IN
                   ('loyer', 'indemnite')),
  CONSTRAINT occupation_payment_key PRIMARY KEY (household, term, paid_on, amount, nature)
);
COMMENT ON TABLE occupation_payment IS
  'Every payment of a current rent or of an indemnité d''occupation, once, with the day on which it '
  'was due (CPCE R154-7). Written by court-liaison only; rows are never changed and live as long as '
  'the dossier.';
