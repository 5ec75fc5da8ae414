-- Forms that somebody has begun to fill in. The link is kept as its digest; what was typed, and
-- after submission the receipt, is sealed.
CREATE TABLE started_forms (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    link_digest text NOT NULL UNIQUE,
    submission_key text NOT NULL UNIQUE,
    version bigint NOT NULL,
    started_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    notice_version text NOT NULL,
    may_submit_at bigint,
    submitted_at bigint,
-- sqlite:
    content blob NOT NULL
-- postgres:
    content bytea NOT NULL
-- both:
);

CREATE INDEX started_forms_by_expiry ON started_forms (expires_at);

-- The files of a form until it is submitted: then they are those of the case.
CREATE TABLE started_files (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    form_id bigint NOT NULL REFERENCES started_forms (id),
    field text NOT NULL,
    file text NOT NULL UNIQUE
);

CREATE INDEX started_files_of_form ON started_files (form_id);

-- How often somebody asks for what is limited. `subject` is a keyed digest: no address stands here.
CREATE TABLE asking_limits (
    subject text PRIMARY KEY,
    full_at bigint NOT NULL
);

CREATE INDEX asking_limits_by_time ON asking_limits (full_at);

-- The events of cases of which the applicant was told.
CREATE TABLE told_events (
    case_id bigint NOT NULL,
    event_number integer NOT NULL,
    told_at bigint NOT NULL,
    PRIMARY KEY (case_id, event_number)
);

CREATE INDEX case_events_by_time ON case_events (acted_at);
