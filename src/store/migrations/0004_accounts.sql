-- Accounts: who signs in and with what, the roles held with their dates, the sessions and what
-- protects them; and the acts by which agencies come, change and go.
CREATE TABLE accounts (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    login_name text NOT NULL UNIQUE,
    display_name text NOT NULL,
    email_sealed bytea,
    phone_sealed bytea,
    state text NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    ended_at bigint,
    password_hash text,
    password_changed_at bigint,
    must_change_password integer NOT NULL,
    second_factor_secret bytea,
    second_factor_since bigint,
    second_factor_step bigint NOT NULL,
    identity_subject text UNIQUE
);

CREATE INDEX accounts_of_agency ON accounts (agency_id, login_name);

-- Passwords of before, so that none comes back too soon.
CREATE TABLE former_passwords (
    account_id bigint NOT NULL REFERENCES accounts (id),
    number bigint NOT NULL,
    password_hash text NOT NULL,
    PRIMARY KEY (account_id, number)
);

-- Dates are days; valid_to is the last one.
CREATE TABLE role_holdings (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    account_id bigint NOT NULL REFERENCES accounts (id),
    role text NOT NULL,
    agency_id bigint NOT NULL REFERENCES agencies (id),
    unit_code text,
    valid_from text NOT NULL,
    valid_to text,
    FOREIGN KEY (agency_id, unit_code) REFERENCES units (agency_id, code)
);

CREATE INDEX role_holdings_of_account ON role_holdings (account_id);
CREATE INDEX role_holdings_of_agency ON role_holdings (agency_id, role);

-- A holding that another account uses for a time. It ends with the holding.
CREATE TABLE delegations (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    holding_id bigint NOT NULL REFERENCES role_holdings (id),
    delegate_id bigint NOT NULL REFERENCES accounts (id),
    valid_from text NOT NULL,
    valid_to text NOT NULL CHECK (valid_to >= valid_from),
    reason text NOT NULL,
    ended_at bigint
);

CREATE INDEX delegations_to_account ON delegations (delegate_id);
CREATE INDEX delegations_of_holding ON delegations (holding_id);

-- Of the token only its hash. Times are what the settings were when the session began.
CREATE TABLE sessions (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    public_id text NOT NULL UNIQUE,
    account_id bigint NOT NULL REFERENCES accounts (id),
    token_hash text NOT NULL UNIQUE,
    state text NOT NULL,
    began_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    idle_ms_max bigint NOT NULL,
    expires_at bigint NOT NULL,
    address text NOT NULL,
    user_agent text NOT NULL,
    code_count integer NOT NULL,
    ended_at bigint,
    end_reason text
);

CREATE INDEX sessions_of_account ON sessions (account_id, ended_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A browser from which the account has signed in: guesses made elsewhere do not delay it.
CREATE TABLE sign_in_devices (
    token_hash text PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id),
    last_used_at bigint NOT NULL
);

CREATE INDEX sign_in_devices_of_account ON sign_in_devices (account_id);

-- How often signing in failed in a row, for an account, an address or a device.
CREATE TABLE sign_in_delays (
    subject text PRIMARY KEY,
    failure_count integer NOT NULL,
    last_failed_at bigint NOT NULL,
    is_refusal_logged integer NOT NULL
);

-- account_id is empty where no account has the name that was typed: what was typed may have been
-- a password.
CREATE TABLE sign_in_log (
-- sqlite:
    id INTEGER PRIMARY KEY AUTOINCREMENT,
-- postgres:
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- both:
    agency_id bigint REFERENCES agencies (id),
    account_id bigint REFERENCES accounts (id),
    tried_at bigint NOT NULL,
    outcome text NOT NULL,
    address text NOT NULL,
    user_agent text NOT NULL
);

CREATE INDEX sign_in_log_by_time ON sign_in_log (agency_id, tried_at);
CREATE INDEX sign_in_log_of_account ON sign_in_log (account_id, tried_at);

CREATE TABLE recovery_codes (
    account_id bigint NOT NULL REFERENCES accounts (id),
    code_hash text NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);

-- For whom a second factor is a must: a role in an agency, or every role there.
CREATE TABLE second_factor_rules (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    role text NOT NULL,
    PRIMARY KEY (agency_id, role)
);

-- A link with which its holder sets a password, once.
CREATE TABLE one_time_links (
    token_hash text PRIMARY KEY,
    account_id bigint NOT NULL UNIQUE REFERENCES accounts (id),
    expires_at bigint NOT NULL
);

ALTER TABLE units ADD COLUMN valid_from text;
ALTER TABLE units ADD COLUMN valid_to text;

-- What became of an agency. name and short_name are those from that day on; other_agency_id is the
-- successor, or for what was set up out of another the one before.
CREATE TABLE agency_acts (
    agency_id bigint NOT NULL REFERENCES agencies (id),
    number integer NOT NULL,
    action text NOT NULL,
    effective_on text,
    name text NOT NULL,
    short_name text NOT NULL,
    other_agency_id bigint REFERENCES agencies (id),
    reason text NOT NULL,
    actor text NOT NULL,
    acted_at bigint NOT NULL,
    PRIMARY KEY (agency_id, number)
);

INSERT INTO agency_acts
    (agency_id, number, action, effective_on, name, short_name, reason, actor, acted_at)
SELECT id, 1, 'establish', valid_from, name, short_name, '', '', 0 FROM agencies;
