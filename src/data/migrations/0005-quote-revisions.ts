// Quotes that were revised: each earlier one keeps its day and its amount, and one stays open.

export const quoteRevisions = `
CREATE TABLE quote_revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  job_id INTEGER NOT NULL REFERENCES jobs (id),
  -- As the quote stood before it was revised.
  quoted_on TEXT NOT NULL,
  quoted_amount INTEGER
) STRICT;
CREATE INDEX quote_revisions_by_job ON quote_revisions (job_id, id);
CREATE INDEX quote_revisions_by_person ON quote_revisions (person_id);
`
