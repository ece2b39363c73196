-- Numbers submissions in the order of receipt. It grows with receipt, it need not be without gaps.
CREATE SEQUENCE submission_sequence;

CREATE TABLE submission (
    id                uuid PRIMARY KEY,
    sequence          bigint NOT NULL UNIQUE DEFAULT nextval('submission_sequence'),
    -- Null only for a refused file whose name tells no legal entity and whose sender has none.
    district_number   text,
    file_name         text NOT NULL,
    mode              text NOT NULL CHECK (mode IN ('SUBMIT', 'VALIDATE')),
    adopt_state_ids   boolean NOT NULL,
    again             boolean NOT NULL,
    sha256            text NOT NULL,
    size_bytes        bigint NOT NULL,
    encoding          text NOT NULL,
    header_timestamp  timestamp,
    format_version    text,
    received_at       timestamptz NOT NULL,
    received_by       text NOT NULL,
    completed_at      timestamptz,
    status            text NOT NULL CHECK (status IN ('REFUSED', 'RECEIVED', 'PROCESSING', 'COMPLETED', 'FAILED')),
    failure           text,
    lines             integer NOT NULL,
    last_line         integer NOT NULL,
    rule_set_version  text NOT NULL,
    -- How far the lines are with the broker, and who is at it.
    published_ordinal integer NOT NULL DEFAULT 0,
    published_at      timestamptz,
    lease_owner       text,
    lease_until       timestamptz,
    retry_at          timestamptz,
    CHECK (status = 'REFUSED' OR (district_number IS NOT NULL AND header_timestamp IS NOT NULL))
) WITH (fillfactor = 70);

-- The same bytes of the same district are work only once, unless the sender asks for it again.
CREATE UNIQUE INDEX submission_once ON submission (district_number, sha256, mode)
    WHERE status <> 'REFUSED' AND NOT again;
CREATE INDEX submission_by_content ON submission (district_number, sha256);
CREATE INDEX submission_by_district ON submission (district_number, sequence);
CREATE INDEX submission_to_publish ON submission (district_number, sequence)
    WHERE published_at IS NULL AND status <> 'REFUSED';

-- The tables below hang on a submission without a foreign key: every writer holds the lock of the submission's row,
-- and a check for each of thousands of rows would cost more than the rows.

-- Lines by record type; OTHER is what begins with no known type. Pending is the total less all outcomes.
CREATE TABLE line_count (
    submission_id uuid NOT NULL,
    record_type   text NOT NULL CHECK (record_type IN ('SD', 'EN', 'PP', 'AT', 'OTHER')),
    total         integer NOT NULL,
    accepted      integer NOT NULL DEFAULT 0,
    unchanged     integer NOT NULL DEFAULT 0,
    rejected      integer NOT NULL DEFAULT 0,
    held          integer NOT NULL DEFAULT 0,
    stale         integer NOT NULL DEFAULT 0,
    PRIMARY KEY (submission_id, record_type)
) WITH (fillfactor = 70);

-- One byte a line: what became of it, and who said so. A segment holds 1024 lines.
CREATE TABLE line_outcome (
    submission_id uuid NOT NULL,
    segment       integer NOT NULL,
    outcomes      bytea NOT NULL,
    PRIMARY KEY (submission_id, segment)
) WITH (fillfactor = 70);
ALTER TABLE line_outcome ALTER COLUMN outcomes SET STORAGE PLAIN;

-- Findings one by one, but never INFO. record_line is the line whose outcome brought the finding, 0 for the file;
-- line is the line that it speaks of, null for the file.
CREATE TABLE finding (
    submission_id uuid NOT NULL,
    record_line   integer NOT NULL,
    ordinal       integer NOT NULL,
    line          integer,
    rule_id       text NOT NULL,
    severity      text NOT NULL,
    record_type   text,
    field_number  integer,
    field_name    text,
    value         text NOT NULL,
    message       text NOT NULL,
    hint          text NOT NULL,
    section       text NOT NULL,
    PRIMARY KEY (submission_id, record_line, ordinal)
);
CREATE INDEX finding_by_rule ON finding (submission_id, rule_id, record_line);

-- Exact counts, INFO too.
CREATE TABLE finding_count (
    submission_id uuid NOT NULL,
    rule_id       text NOT NULL,
    severity      text NOT NULL,
    count         bigint NOT NULL,
    PRIMARY KEY (submission_id, rule_id, severity)
) WITH (fillfactor = 70);

-- The student of each SD line.
CREATE TABLE state_id (
    submission_id uuid NOT NULL,
    line          integer NOT NULL,
    local_id      text NOT NULL,
    state_id      text NOT NULL,
    outcome       text NOT NULL,
    PRIMARY KEY (submission_id, line)
);

CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, events bytea NOT NULL);
ALTER TABLE outbox ALTER COLUMN events SET STORAGE EXTERNAL;
