-- The indexes that lists and figures of cases are read from alone, whatever they are filtered by.

-- In the order that is used most; every column by which the list of cases is filtered or sorted.
DROP INDEX cases_by_due_date;
CREATE INDEX cases_listed
    ON cases (agency_id, (COALESCE(reply_due_on, '9999-12-31')), id, state, kind, applicant_kind,
              channel, latest_outcome, received_on, latest_concluded_on, reply_due_on, number);

-- Which cases of a year of receipt went on beyond a day, without looking at the others.
DROP INDEX cases_counted_by_receipt;
CREATE INDEX cases_counted_by_receipt
    ON cases (agency_id, kind, (substr(received_on, 1, 4)),
              (COALESCE(concluded_on, '9999-12-31')), applicant_kind, received_on, concluded_on);
DROP INDEX cases_counted_by_conclusion;
CREATE INDEX cases_counted_by_conclusion
    ON cases (agency_id, kind, (substr(concluded_on, 1, 4)), applicant_kind, outcome, received_on,
              concluded_on);
