-- Files that were sent in from the workbench and that no act has named yet: for which case or
-- remedy, empty where the application is only about to be registered. What is never named goes
-- after a while.
CREATE TABLE waiting_files (
    file_id text NOT NULL PRIMARY KEY,
    kept_for text NOT NULL,
    kept_at bigint NOT NULL
);

CREATE INDEX waiting_files_by_time ON waiting_files (kept_at);
