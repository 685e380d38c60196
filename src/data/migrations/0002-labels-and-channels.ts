// Labels of address books leave the note for a column of their own, and "door" becomes the channel that it is.

/**
 * An import wrote labels as the last line of a note, "Tags: a, b". That line is taken apart only where it is the last
 * one still and one single import wrote it; taking that import back then finds them in their new place.
 */
export const labelsAndChannels = `
ALTER TABLE people RENAME COLUMN door TO best_channel;
ALTER TABLE people RENAME COLUMN door_via TO channel_via;
ALTER TABLE call_sheet_rows RENAME COLUMN door TO channel;
ALTER TABLE people ADD COLUMN labels TEXT NOT NULL DEFAULT '';

WITH RECURSIVE imported (id, written) AS (
  SELECT person_id, min(written) FROM import_rows
  WHERE person_id IS NOT NULL AND written IS NOT NULL
    AND id NOT IN (SELECT row_id FROM damaged_rows WHERE table_name = 'import_rows')
  GROUP BY person_id HAVING count(*) = 1
), ends (id, written, line) AS (
  SELECT i.id, i.written, p.note FROM imported i JOIN people p ON p.id = i.id
  WHERE p.id NOT IN (SELECT row_id FROM damaged_rows WHERE table_name = 'people')
  UNION ALL
  SELECT id, written, substr(line, instr(line, char(10)) + 1) FROM ends WHERE instr(line, char(10)) > 0
)
UPDATE people SET labels = substr(e.line, 7), note = substr(note, 1, max(0, length(note) - length(e.line) - 1))
FROM ends e
WHERE e.id = people.id AND instr(e.line, char(10)) = 0 AND length(e.line) > 6 AND substr(e.line, 1, 6) = 'Tags: '
  AND (e.written ->> 'note' IS NULL
    OR e.written ->> 'note' = e.line
    OR substr(e.written ->> 'note', -length(e.line) - 1) = char(10) || e.line);

UPDATE import_rows SET written = json_set(written,
  '$.note', substr(written ->> 'note', 1, max(0, length(written ->> 'note') - length(p.labels) - 7)),
  '$.filled.labels', json_array('', p.labels))
FROM people p
WHERE p.id = import_rows.person_id AND p.labels <> '' AND written ->> 'note' IS NOT NULL;
`
