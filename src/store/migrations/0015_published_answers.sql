-- Files of answers that the release review lets the office publish too (条例 art. 44).
ALTER TABLE released_files ADD COLUMN is_publishable integer NOT NULL DEFAULT 0;
CREATE INDEX released_files_published ON released_files (letter_id) WHERE is_publishable = 1;
