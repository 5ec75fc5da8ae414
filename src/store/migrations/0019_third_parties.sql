-- Third parties that were asked (条例 art. 32): personal data, sealed. The act of asking keeps the
-- masked name; what stands there from before in full is sealed by the next daily round.
CREATE TABLE case_parties (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name blob,
    contact blob,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name bytea,
    contact bytea,
-- both:
    agency_id bigint NOT NULL,
    case_id bigint NOT NULL REFERENCES cases (id),
    event_number integer NOT NULL,
    UNIQUE (agency_id, case_id, event_number)
);

CREATE INDEX case_events_consulting ON case_events (agency_id, case_id, number)
    WHERE action = 'consult';
