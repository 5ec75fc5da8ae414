-- Applications (申请, 条例 arts 27 to 45): cases, what was done in them, who applied.
CREATE TABLE cases (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    agency_id bigint NOT NULL REFERENCES agencies (id),
    public_id text NOT NULL UNIQUE,
    number_year integer NOT NULL,
    number_sequence integer NOT NULL,
    number text NOT NULL UNIQUE,
    kind text NOT NULL,
    applicant_kind text NOT NULL,
    masked_name text NOT NULL,
    title text NOT NULL,
    document_number text NOT NULL,
    description text NOT NULL,
    answer_form text NOT NULL,
    answer_route text NOT NULL,
    accepts_other integer NOT NULL,
    notice_version text NOT NULL,
    part_of text,
    submission_key text,
    query_code_hash text NOT NULL,
    -- A projection of the events, derived anew from `derive_on` on (an opinion falls due) and
    -- whenever a calendar changes.
    version bigint NOT NULL,
    state text NOT NULL,
    channel text NOT NULL,
    submitted_on text NOT NULL,
    received_on text,
    reply_due_on text,
    is_provisional integer NOT NULL,
    derive_on text,
    outcome text,
    amendment_result text,
    concluded_on text,
    latest_outcome text,
    latest_concluded_on text,
    amount_collected_fen bigint NOT NULL,
    paid_on text,
    UNIQUE (agency_id, number_year, number_sequence),
    UNIQUE (agency_id, submission_key)
);

CREATE INDEX cases_by_state ON cases (agency_id, state, reply_due_on, id);
CREATE INDEX cases_by_due_date ON cases (agency_id, (COALESCE(reply_due_on, '9999-12-31')), id);
CREATE INDEX cases_by_receipt ON cases (agency_id, received_on, id);
CREATE INDEX cases_by_conclusion ON cases (agency_id, concluded_on, id);
CREATE INDEX cases_to_derive ON cases (derive_on) WHERE derive_on IS NOT NULL;

-- The last number given, for each agency and year.
CREATE TABLE case_numbers (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    number_year integer NOT NULL,
    last_sequence integer NOT NULL,
    PRIMARY KEY (agency_id, number_year)
);

CREATE TABLE case_events (
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    number integer NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    acted_at bigint NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (agency_id, case_id, number)
);

-- Who applied and for whom: personal data, sealed.
CREATE TABLE case_applicants (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name blob,
    identity_number blob,
    contact_person blob,
    phone blob,
    email blob,
    address blob,
    postal_code blob,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name bytea,
    identity_number bytea,
    contact_person bytea,
    phone bytea,
    email bytea,
    address bytea,
    postal_code bytea,
-- both:
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    part text NOT NULL,
    identity_kind text NOT NULL,
    identity_document text NOT NULL,
    contact_route text NOT NULL,
    identity_index text NOT NULL,
    UNIQUE (agency_id, case_id, part)
);

CREATE INDEX case_applicants_by_identity ON case_applicants (identity_index);

-- Projections of the events: the files of a case, its search tasks, its links to others.
CREATE TABLE case_files (
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    file_id text NOT NULL,
    event_number integer NOT NULL,
    PRIMARY KEY (agency_id, case_id, file_id, event_number)
);

CREATE INDEX case_files_by_file ON case_files (file_id);

CREATE TABLE case_search_tasks (
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    event_number integer NOT NULL,
    unit text NOT NULL,
    content text NOT NULL,
    due_on text,
    state text NOT NULL,
    PRIMARY KEY (agency_id, case_id, event_number)
);

CREATE INDEX case_search_tasks_by_unit ON case_search_tasks (agency_id, unit, state);

CREATE TABLE case_links (
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    event_number integer NOT NULL,
    other_number text NOT NULL,
    action text NOT NULL,
    PRIMARY KEY (agency_id, case_id, event_number, other_number)
);

CREATE INDEX case_links_by_other ON case_links (other_number);
