-- What an agency lays down about its applications and its report.

-- When applications count as received. Cases that were taken in before keep what held then.
CREATE TABLE receipt_settings (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    version bigint NOT NULL,
    set_at bigint NOT NULL,
    ordinary text NOT NULL,
    internet text NOT NULL,
    fax text NOT NULL,
    rest_day text NOT NULL,
    PRIMARY KEY (agency_id, version)
);

CREATE TABLE report_settings (
    agency_id bigint PRIMARY KEY REFERENCES agencies (id),
    version bigint NOT NULL,
    remedies text NOT NULL
);
