-- The one role in which the holder of a session wants to act; empty: in all of them.
ALTER TABLE sessions ADD COLUMN acting_holding_id bigint REFERENCES role_holdings (id);
