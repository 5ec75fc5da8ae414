-- What the program does by itself every day, and when it last did; the calendar by which the dates
-- of open cases were last derived.
CREATE TABLE daily_rounds (
    name text PRIMARY KEY,
    made_on text NOT NULL,
    made_at bigint NOT NULL,
    calendar text NOT NULL,
    change_count bigint NOT NULL
);
