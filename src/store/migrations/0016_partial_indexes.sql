-- What was neither received nor concluded yet is in no count: an application that has just been
-- submitted needs no place in these indexes.
DROP INDEX cases_by_receipt;
CREATE INDEX cases_by_receipt ON cases (agency_id, received_on, id)
    WHERE received_on IS NOT NULL;
DROP INDEX cases_by_conclusion;
CREATE INDEX cases_by_conclusion ON cases (agency_id, concluded_on, id)
    WHERE concluded_on IS NOT NULL;
DROP INDEX cases_counted_by_receipt;
CREATE INDEX cases_counted_by_receipt
    ON cases (agency_id, kind, (substr(received_on, 1, 4)),
              (COALESCE(concluded_on, '9999-12-31')), applicant_kind, received_on, concluded_on)
    WHERE received_on IS NOT NULL;
DROP INDEX cases_counted_by_conclusion;
CREATE INDEX cases_counted_by_conclusion
    ON cases (agency_id, kind, (substr(concluded_on, 1, 4)), applicant_kind, outcome, received_on,
              concluded_on)
    WHERE concluded_on IS NOT NULL;
DROP INDEX cases_counted_by_course;
CREATE INDEX cases_counted_by_course ON cases (agency_id, kind, received_on, state, channel)
    WHERE received_on IS NOT NULL;
DROP INDEX cases_counted_by_timeliness;
CREATE INDEX cases_counted_by_timeliness
    ON cases (agency_id, kind, concluded_on, timeliness, answer_working_days)
    WHERE concluded_on IS NOT NULL;
DROP INDEX tasks_of_account;
CREATE INDEX tasks_of_account ON tasks (account_id, due_on)
    WHERE status = 'open' AND account_id IS NOT NULL;
