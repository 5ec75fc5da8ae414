-- Annual reports (年度报告): what they say, where it came from, what was done with them and what
-- the check found. `status` and `published_at` are a projection of the acts.
CREATE TABLE annual_reports (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    report_year integer NOT NULL,
    public_id text NOT NULL UNIQUE,
    version bigint NOT NULL,
    status text NOT NULL,
    published_at bigint,
    format text NOT NULL,
    proactive_format text,
    applications_format text,
    title text NOT NULL,
    named_agency text,
    named_year integer,
    is_truncated integer NOT NULL,
    procurement_unit text NOT NULL,
    PRIMARY KEY (agency_id, report_year)
);

CREATE TABLE annual_report_acts (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    number integer NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    acted_at bigint NOT NULL,
    comment text NOT NULL,
    PRIMARY KEY (agency_id, report_year, number),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year)
);

-- Every file that was imported, also those that a later one replaced.
CREATE TABLE annual_report_sources (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    number integer NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (agency_id, report_year, number),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year)
);

-- The text: part `preamble` or the key of a section; number 0 is its title.
CREATE TABLE annual_report_paragraphs (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    part text NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (agency_id, report_year, part, number),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year)
);

-- The cells of the statutory tables; `value` in millionths.
CREATE TABLE annual_report_cells (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    cell text NOT NULL,
    value bigint,
    mark text NOT NULL,
    printed text NOT NULL,
    place text NOT NULL,
    origin text NOT NULL,
    source_number integer,
    PRIMARY KEY (agency_id, report_year, cell),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year),
    FOREIGN KEY (agency_id, report_year, source_number)
        REFERENCES annual_report_sources (agency_id, report_year, number)
);

-- A projection of the cells and of the report of the year before.
CREATE TABLE annual_report_relations (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    number integer NOT NULL,
    is_further integer NOT NULL,
    code text NOT NULL,
    state text NOT NULL,
    severity text NOT NULL,
    left_value bigint,
    right_value bigint,
    cells text NOT NULL,
    place text NOT NULL,
    content text NOT NULL,
    hint text NOT NULL,
    PRIMARY KEY (agency_id, report_year, number),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year)
);

CREATE TABLE annual_report_remarks (
    agency_id bigint NOT NULL,
    report_year integer NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    content text NOT NULL,
    place text NOT NULL,
    PRIMARY KEY (agency_id, report_year, number),
    FOREIGN KEY (agency_id, report_year) REFERENCES annual_reports (agency_id, report_year)
);
