-- Which files of a case prove who the applicant is or that somebody may act for it: they are kept
-- for a shorter time than the case. What came in before stays under the notice it came in with.
ALTER TABLE case_files ADD COLUMN shows_identity integer NOT NULL DEFAULT 0;

CREATE INDEX case_files_of_identity ON case_files (case_id) WHERE shows_identity = 1;
