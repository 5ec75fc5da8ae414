-- Tasks, messages in the workbench, what waits to be sent out, and how an agency wants it.
CREATE TABLE tasks (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    kind text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    account_id bigint,
    role text,
    unit text,
    title text NOT NULL,
    due_on text,
    pace text NOT NULL,
    status text NOT NULL,
    given_by text NOT NULL,
    given_at bigint NOT NULL,
    ended_by text,
    ended_at bigint,
    -- The day on which reminders were last thought of; empty: not for this due date.
    reminded_on text,
    CHECK ((account_id IS NULL) <> (role IS NULL))
);

CREATE INDEX tasks_of_object ON tasks (object_kind, object_id, kind);
CREATE INDEX tasks_of_role ON tasks (agency_id, role, due_on) WHERE status = 'open';
CREATE INDEX tasks_of_account ON tasks (account_id, due_on) WHERE status = 'open';
CREATE INDEX tasks_due ON tasks (due_on) WHERE status = 'open' AND pace = 'running';

CREATE TABLE messages (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    kind text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    account_id bigint,
    role text,
    unit text,
    title text NOT NULL,
    content text NOT NULL,
    sent_at bigint NOT NULL,
    once text UNIQUE,
    -- Whether mail and short messages to the persons have been made of it.
    is_carried integer NOT NULL,
    CHECK ((account_id IS NULL) <> (role IS NULL))
);

CREATE INDEX messages_of_role ON messages (agency_id, role, id);
CREATE INDEX messages_of_account ON messages (account_id, id);
CREATE INDEX messages_to_carry ON messages (id) WHERE is_carried = 0;

CREATE TABLE message_readings (
    account_id bigint NOT NULL,
    message_id bigint NOT NULL REFERENCES messages (id),
    read_at bigint NOT NULL,
    PRIMARY KEY (account_id, message_id)
);

-- `address`, `subject` and `content` are sealed, and gone once it was sent.
CREATE TABLE outgoing_messages (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    carrier text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    address bytea,
    subject bytea,
    content bytea,
    is_considerate integer NOT NULL,
    status text NOT NULL,
    attempt_count integer NOT NULL,
    created_at bigint NOT NULL,
    next_attempt_at bigint,
    claimed_until bigint,
    sent_at bigint,
    last_error text NOT NULL,
    once text UNIQUE
);

CREATE INDEX outgoing_messages_waiting ON outgoing_messages (next_attempt_at)
    WHERE status = 'waiting';
CREATE INDEX outgoing_messages_of_status ON outgoing_messages (status, id);

-- By what means, besides the workbench, a person wants to be told.
CREATE TABLE message_preferences (
    account_id bigint NOT NULL,
    carrier text NOT NULL,
    PRIMARY KEY (account_id, carrier)
);

CREATE TABLE notify_settings (
    agency_id bigint PRIMARY KEY REFERENCES agencies (id),
    version bigint NOT NULL,
    soon_from integer NOT NULL,
    red_from integer NOT NULL,
    remind_at text NOT NULL,
    escalate_after integer NOT NULL,
    escalate_to text NOT NULL,
    sends_from_minute integer NOT NULL,
    sends_until_minute integer NOT NULL,
    is_working_days_only integer NOT NULL
);
