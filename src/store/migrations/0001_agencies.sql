-- Agencies (行政机关) and their units.
CREATE TABLE agencies (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    short_name text NOT NULL,
    level text NOT NULL,
    parent_id bigint REFERENCES agencies (id),
    valid_from text,
    valid_to text CHECK (valid_to >= valid_from)
);

CREATE INDEX agencies_of_parent ON agencies (parent_id);

CREATE TABLE units (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    code text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (agency_id, code)
);
