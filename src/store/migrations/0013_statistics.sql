-- What statistics count beside what the annual report does. What stands in the projection from
-- before is derived anew by the next daily run.
ALTER TABLE cases ADD COLUMN timeliness text;
ALTER TABLE cases ADD COLUMN answer_working_days integer;
ALTER TABLE cases ADD COLUMN fee_notified_on text;
ALTER TABLE cases ADD COLUMN fee_notified_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE case_search_tasks ADD COLUMN given_on text;
ALTER TABLE case_search_tasks ADD COLUMN ended_on text;
UPDATE cases SET derive_on = '2000-01-01';

CREATE INDEX cases_counted_by_course ON cases (agency_id, kind, received_on, state, channel);
CREATE INDEX cases_counted_by_timeliness
    ON cases (agency_id, kind, concluded_on, timeliness, answer_working_days);
CREATE INDEX cases_counted_by_fee_notice ON cases (agency_id, fee_notified_on, fee_notified_fen)
    WHERE fee_notified_on IS NOT NULL;
CREATE INDEX case_search_tasks_by_day
    ON case_search_tasks (agency_id, given_on, unit, state, due_on, ended_on);
