-- The trail: one row for each act, chained by its hash with the row before; never changed or
-- removed. The head keeps how many there are and the hash of the last.
CREATE TABLE audit_entries (
-- sqlite:
    sequence INTEGER PRIMARY KEY,
-- postgres:
    sequence bigint PRIMARY KEY,
-- both:
    agency_id bigint,
    acted_at bigint NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    details text NOT NULL,
    hash text NOT NULL
);

CREATE INDEX audit_entries_of_object ON audit_entries (object_kind, object_id, sequence);

CREATE TABLE audit_head (
    number integer PRIMARY KEY CHECK (number = 1),
    entry_count bigint NOT NULL,
    hash text NOT NULL
);

INSERT INTO audit_head (number, entry_count, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- sqlite:
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;

CREATE TRIGGER audit_entries_stand BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN
    SELECT RAISE(ABORT, 'the head of the trail stays');
END;

CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head
WHEN NEW.entry_count <> OLD.entry_count + 1
BEGIN
    SELECT RAISE(ABORT, 'the head of the trail grows by one');
END;
-- postgres:
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the trail is only added to' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE PROCEDURE audit_refuse();

CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
FOR EACH STATEMENT EXECUTE PROCEDURE audit_refuse();

CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head
FOR EACH ROW WHEN (NEW.entry_count <> OLD.entry_count + 1)
EXECUTE PROCEDURE audit_refuse();
-- both:
