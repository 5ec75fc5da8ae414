-- Stored files (条例 art. 29: what an application brings; art. 36: what a reply gives). The bytes
-- lie in the folder of files under `address`; `sha256` and `sm3` are of the file itself.
CREATE TABLE stored_files (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    kind text NOT NULL,
    given_name text NOT NULL,
    address text NOT NULL,
    sha256 text NOT NULL,
    sm3 text NOT NULL,
    byte_count bigint NOT NULL,
    is_sealed integer NOT NULL,
    stored_at bigint NOT NULL
);

CREATE INDEX stored_files_of_address ON stored_files (address);

-- What stands in the letters of an agency whatever they say: the bodies of the remedies, how to
-- reach the office, the look.
CREATE TABLE letterheads (
    agency_id bigint NOT NULL PRIMARY KEY REFERENCES agencies (id),
    version bigint NOT NULL,
    review_body text NOT NULL,
    court text NOT NULL,
    office_name text NOT NULL,
    office_address text NOT NULL,
    office_phone text NOT NULL,
    layout text NOT NULL
);

-- 发文字号. `kind` is a kind of letter, or empty for all kinds without a pattern of their own.
CREATE TABLE number_patterns (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    kind text NOT NULL,
    pattern text NOT NULL,
    PRIMARY KEY (agency_id, kind)
);

-- The last number taken, for each stem: the pattern with the year in its place.
CREATE TABLE number_series (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    stem text NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (agency_id, stem)
);

-- Templates that an agency has in place of those of the program. The newest version is in use; one
-- without a file goes back to that of the program.
CREATE TABLE letter_templates (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    kind text NOT NULL,
    version integer NOT NULL,
    file_id bigint REFERENCES stored_files (id),
    content text NOT NULL,
    actor text NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (agency_id, kind, version)
);

-- Letters. Status, number, dates and files are a projection of the acts.
CREATE TABLE letters (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    case_id text NOT NULL,
    kind text NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    draft_number integer NOT NULL,
    number text,
    dated_on text,
    file_id bigint REFERENCES stored_files (id),
    sealed_file_id bigint REFERENCES stored_files (id),
    delivered_on text
);

CREATE INDEX letters_of_case ON letters (case_id, id);
CREATE UNIQUE INDEX letters_by_number ON letters (agency_id, number);

CREATE TABLE letter_acts (
    letter_id bigint NOT NULL REFERENCES letters (id),
    number integer NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    acted_at bigint NOT NULL,
    comment text NOT NULL,
    PRIMARY KEY (letter_id, number)
);

-- What a letter said each time it was changed; sealed, because it speaks of the applicant. `file_id`
-- is the docx that was sent in for it.
CREATE TABLE letter_drafts (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    letter_id bigint NOT NULL REFERENCES letters (id),
    number integer NOT NULL,
    content
-- sqlite:
    blob
-- postgres:
    bytea
-- both:
    ,
    file_id bigint REFERENCES stored_files (id),
    actor text NOT NULL,
    made_at bigint NOT NULL,
    UNIQUE (letter_id, number)
);

CREATE TABLE letter_deliveries (
    letter_id bigint NOT NULL REFERENCES letters (id),
    number integer NOT NULL,
    route text NOT NULL,
    handed_over_on text NOT NULL,
    delivered_on text,
    tracking_number text NOT NULL,
    signed_for_on text,
    actor text NOT NULL,
    recorded_at bigint NOT NULL,
    PRIMARY KEY (letter_id, number)
);

-- Files that leave with a letter (条例 arts 36, 37): the copy as it leaves, and what it does not
-- hold any more. Nothing leaves that has not passed the release review (art. 17).
CREATE TABLE released_files (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    letter_id bigint NOT NULL REFERENCES letters (id),
    position integer NOT NULL,
    title text NOT NULL,
    file_id bigint NOT NULL REFERENCES stored_files (id),
    source_sha256 text NOT NULL,
    status text NOT NULL,
    opinion text NOT NULL,
    added_by text NOT NULL,
    reviewed_by text,
    reviewed_at bigint,
    UNIQUE (letter_id, position)
);

CREATE TABLE severances (
    released_file_id bigint NOT NULL REFERENCES released_files (id),
    position integer NOT NULL,
    place text NOT NULL,
    exemption text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (released_file_id, position)
);
