-- What is paid of the current rent or of the indemnity that stands for it, and the day of the first
-- default: three months after it arrears are constituted, from 2027.

CREATE TABLE rent_payment (
  household uuid   NOT NULL CONSTRAINT rent_payment_of REFERENCES dossier (household),
  term      date   NOT NULL,
  paid_on   date   NOT NULL,
  amount    bigint NOT NULL CONSTRAINT rent_payment_positive CHECK (amount > 0),
  nature    text   NOT NULL CONSTRAINT rent_payment_nature_known CHECK (nature IN
                   ('loyer', 'indemnite')),
  CONSTRAINT rent_payment_key PRIMARY KEY (household, term, paid_on, amount, nature)
);
COMMENT ON TABLE rent_payment IS
  'Every payment of a current rent or of an indemnité d''occupation, once, with the day on which it '
  'was due. Written by debt-settlement only; rows are never changed and live as long as the dossier.';

ALTER TABLE settlement_detail ADD COLUMN first_default_on date;
COMMENT ON COLUMN settlement_detail.first_default_on IS
  'The day on which the first of the unpaid terms was due, by the latest décompte that says so.';
