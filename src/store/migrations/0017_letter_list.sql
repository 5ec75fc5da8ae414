-- When the last act on a letter was done, beside the rest of its projection; one index from which
-- the list of letters is read alone, whatever it is filtered by, and one for how many wait for what.
ALTER TABLE letters ADD COLUMN changed_at bigint NOT NULL DEFAULT 0;
UPDATE letters SET changed_at = COALESCE(
    (SELECT MAX(acted_at) FROM letter_acts WHERE letter_acts.letter_id = letters.id), 0);

CREATE INDEX letters_listed ON letters (agency_id, changed_at, id, status, kind);
CREATE INDEX letters_counted ON letters (agency_id, kind, status);
