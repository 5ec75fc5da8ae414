-- Reconsiderations and lawsuits (行政复议, 行政诉讼): what was done in them, and a projection of the
-- acts for lists and for table 四.
CREATE TABLE remedy_cases (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    agency_id bigint NOT NULL REFERENCES agencies (id),
    public_id text NOT NULL UNIQUE,
    remedy_group text NOT NULL,
    application_id text,
    preceding_id text,
    title text NOT NULL,
    body_name text NOT NULL,
    body_number text NOT NULL,
    subject text NOT NULL,
    masked_name text NOT NULL,
    claimant_name bytea,
    -- The projection.
    version bigint NOT NULL,
    stage text NOT NULL,
    opened_on text NOT NULL,
    owed_by text,
    is_paused integer NOT NULL,
    concluded_on text,
    counted_as text
);

CREATE INDEX remedy_cases_by_stage ON remedy_cases (agency_id, stage, id);
CREATE INDEX remedy_cases_by_opening ON remedy_cases (agency_id, opened_on, id);
CREATE INDEX remedy_cases_of_application ON remedy_cases (application_id);

CREATE TABLE remedy_acts (
    agency_id bigint NOT NULL,
    remedy_id bigint NOT NULL REFERENCES remedy_cases (id),
    number integer NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    acted_at bigint NOT NULL,
    happened_on text,
    content text NOT NULL,
    reference text NOT NULL,
    files text NOT NULL,
    is_simplified integer,
    days integer,
    due_on text,
    decision text,
    counted_as text,
    counted_reason text NOT NULL,
    act_number integer,
    PRIMARY KEY (agency_id, remedy_id, number)
);

-- What an agency decided once and for all about where a decision is counted.
CREATE TABLE remedy_counting_rules (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    remedy_kind text NOT NULL,
    decision text NOT NULL,
    counted_as text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (agency_id, remedy_kind, decision)
);

-- What the annual report is counted by.
CREATE INDEX cases_counted_by_receipt
    ON cases (agency_id, kind, received_on, concluded_on, applicant_kind, outcome);
CREATE INDEX cases_counted_by_conclusion
    ON cases (agency_id, kind, concluded_on, received_on, applicant_kind, outcome);
CREATE INDEX cases_counted_by_payment ON cases (agency_id, paid_on, amount_collected_fen)
    WHERE paid_on IS NOT NULL;
CREATE INDEX case_events_by_moment ON case_events (agency_id, acted_at, case_id);
CREATE INDEX remedy_acts_by_moment ON remedy_acts (agency_id, acted_at, remedy_id);
