-- What the workbench remembers of each account: forms that are half filled in (sealed, for they may
-- hold what an applicant wrote) and the filters of lists that it has named.
CREATE TABLE drafts (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    account_id bigint NOT NULL REFERENCES accounts (id),
    kind text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL,
    saved_at bigint NOT NULL,
    content_sealed bytea,
    UNIQUE (account_id, kind, name)
);

CREATE TABLE saved_views (
    account_id bigint NOT NULL REFERENCES accounts (id),
    list text NOT NULL,
    name text NOT NULL,
    public_id text NOT NULL UNIQUE,
    query text NOT NULL,
    PRIMARY KEY (account_id, list, name)
);

-- The viewer of the trail looks for a day and for a person.
CREATE INDEX audit_entries_by_day ON audit_entries (acted_at);
CREATE INDEX audit_entries_by_agency ON audit_entries (agency_id, sequence);

-- What the office has laid down for the site of its agency; what is blank here, the configuration
-- says.
CREATE TABLE site_identities (
    agency_id bigint PRIMARY KEY REFERENCES agencies (id),
    version bigint NOT NULL,
    name text NOT NULL,
    domain text NOT NULL,
    code text NOT NULL,
    icp_record text NOT NULL,
    police_record text NOT NULL,
    parent_name text NOT NULL,
    parent_url text NOT NULL,
    office_name text NOT NULL,
    office_address text NOT NULL,
    office_postcode text NOT NULL,
    office_hours text NOT NULL,
    office_telephone text NOT NULL,
    office_fax text NOT NULL,
    office_internet text NOT NULL
);

-- Circulars on the days off that were loaded into the running system, in the order of their
-- loading; a later one overrides a day of an earlier one.
CREATE TABLE calendar_files (
    number bigint PRIMARY KEY,
    public_id text NOT NULL UNIQUE,
    file_name text NOT NULL,
    content text NOT NULL,
    loaded_by text NOT NULL,
    loaded_at bigint NOT NULL
);

-- Words that an agency chooses among: what is often written when a draft is sent back, where is
-- searched. A word that is no longer offered stays, for what was written with it.
CREATE TABLE dictionary_words (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    dictionary text NOT NULL,
    position integer NOT NULL,
    content text NOT NULL,
    is_offered integer NOT NULL,
    PRIMARY KEY (agency_id, dictionary, position)
);

CREATE TABLE dictionary_heads (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    dictionary text NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (agency_id, dictionary)
);
