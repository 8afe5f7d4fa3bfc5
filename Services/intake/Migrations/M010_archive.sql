-- Dossiers whose time in the active base is over.

CREATE TABLE archive (
  household   uuid NOT NULL CONSTRAINT archive_key PRIMARY KEY
    CONSTRAINT archive_of_dossier REFERENCES dossier (household) ON DELETE CASCADE,
  archived_on date NOT NULL,
  until       date NOT NULL,
  rule        text NOT NULL,
  article     text NOT NULL
);
COMMENT ON TABLE archive IS
  'One row a dossier in the archive: it is shown for a reason of its own only, in no list of doubts, and is '
  'near to no other dossier. Written by amontctl retention; a row counts while no event of the dossier is '
  'younger, and leaves when the dossier is reopened or erased.';
