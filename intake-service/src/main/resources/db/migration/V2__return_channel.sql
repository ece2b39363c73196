-- A re-run of a kept file names the submission whose file it is.
ALTER TABLE submission ADD COLUMN replay_of uuid;
CREATE INDEX submission_by_status ON submission (status, sequence);

-- Counts by record type too, so that a page of findings knows its total without counting them.
-- Empty where a finding is of no record, and for INFO.
ALTER TABLE finding_count RENAME TO finding_count_before;
CREATE TABLE finding_count (
    submission_id uuid NOT NULL,
    rule_id       text NOT NULL,
    severity      text NOT NULL,
    record_type   text NOT NULL,
    count         bigint NOT NULL,
    PRIMARY KEY (submission_id, rule_id, severity, record_type)
) WITH (fillfactor = 70);
INSERT INTO finding_count
SELECT submission_id, rule_id, severity, coalesce(record_type, ''), count(*) FROM finding GROUP BY 1, 2, 3, 4
UNION ALL
SELECT submission_id, rule_id, severity, '', count FROM finding_count_before WHERE severity = 'INFO';
DROP TABLE finding_count_before;

-- The first findings of a rule are found without looking at the others.
DROP INDEX finding_by_rule;
CREATE INDEX finding_by_rule ON finding (submission_id, rule_id, record_line, ordinal);

-- Who did what to a submission, when. Only ever appended to, in the transaction that does it. A reference makes an entry
-- unique, so that a transaction that is repeated tells nothing twice.
CREATE TABLE history (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id uuid NOT NULL,
    at            timestamptz NOT NULL,
    who           text NOT NULL,
    what          text NOT NULL,
    reference     uuid NOT NULL,
    detail        text NOT NULL,
    UNIQUE (submission_id, what, reference)
);
INSERT INTO history (submission_id, at, who, what, reference, detail)
SELECT id, received_at, received_by, CASE WHEN status = 'REFUSED' THEN 'REFUSED' ELSE 'RECEIVED' END, id, ''
FROM submission ORDER BY sequence;
INSERT INTO history (submission_id, at, who, what, reference, detail)
SELECT id, published_at, 'AIM', 'PUBLISHED', id, '' FROM submission WHERE published_at IS NOT NULL ORDER BY sequence;
INSERT INTO history (submission_id, at, who, what, reference, detail)
SELECT id, completed_at, 'AIM', 'COMPLETED', id, '' FROM submission WHERE completed_at IS NOT NULL ORDER BY sequence;
