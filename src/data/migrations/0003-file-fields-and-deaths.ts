// What a file says without a place of its own leaves the note for fields of the person, and a death can be written down.

/**
 * Notes that imports filled so far are left as they are: which of their lines a file wrote and which the owner, no
 * row tells for certain. Whoever has such a note is marked, so that its first line is not quoted as the owner's words
 * where it reads as a file's.
 */
export const fileFieldsAndDeaths = `
-- The day somebody died, '' where it is not known. Whoever has died is never to be contacted: the file holds it.
ALTER TABLE people ADD COLUMN died_on TEXT CHECK (died_on IS NULL OR never_contact_on IS NOT NULL);
ALTER TABLE people ADD COLUMN note_from_file INTEGER NOT NULL DEFAULT 0 CHECK (note_from_file IN (0, 1));

CREATE TABLE file_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  import_id INTEGER NOT NULL REFERENCES imports (id),
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX file_fields_by_person ON file_fields (person_id, position);
CREATE INDEX file_fields_by_import ON file_fields (import_id);

UPDATE people SET note_from_file = 1
WHERE note <> '' AND id IN (SELECT person_id FROM import_rows WHERE written IS NOT NULL)
  AND id NOT IN (SELECT row_id FROM damaged_rows WHERE table_name = 'people');
`
