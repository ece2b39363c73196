-- Questions for a steward: about a line that waits (RECORD), or about two students who may be one (PAIR).
CREATE TABLE identity_case (
    case_id         uuid PRIMARY KEY DEFAULT uuidv7(),
    kind            text NOT NULL CHECK (kind IN ('RECORD', 'PAIR')),
    submission_id   uuid,
    line            integer,
    district_number text,
    normal_local_id text,
    rule_id         text,
    record          jsonb,
    student_key     uuid REFERENCES student,
    other_key       uuid REFERENCES student,
    score           integer NOT NULL,
    opened_at       timestamptz NOT NULL,
    decision        text CHECK (decision IN ('MATCH', 'NEW', 'REJECT', 'FOLLOWED')),
    state_id        text,
    reason          text,
    outcome         text,
    decided_by      text,
    decided_at      timestamptz,
    UNIQUE (submission_id, line),
    CHECK ((kind = 'RECORD') = (record IS NOT NULL)),
    CHECK ((kind = 'PAIR') = (student_key IS NOT NULL AND other_key IS NOT NULL AND student_key < other_key)),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX identity_case_queue ON identity_case (score DESC, case_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX identity_case_pair ON identity_case (student_key, other_key)
    WHERE kind = 'PAIR' AND decided_at IS NULL;
CREATE INDEX identity_case_local_id ON identity_case (district_number, normal_local_id)
    WHERE kind = 'RECORD' AND decided_at IS NULL;

-- Two students of whom a person said that they are not one. It outranks every later score.
CREATE TABLE not_same (
    student_key uuid NOT NULL REFERENCES student,
    other_key   uuid NOT NULL REFERENCES student,
    decided_by  text NOT NULL,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (student_key, other_key),
    CHECK (student_key < other_key)
);
CREATE INDEX not_same_other ON not_same (other_key);

-- Merges of State IDs, with all that is needed to undo them.
CREATE TABLE student_merge (
    merge_id        uuid PRIMARY KEY DEFAULT uuidv7(),
    loser           uuid NOT NULL REFERENCES student,
    survivor        uuid NOT NULL REFERENCES student,
    reason          text NOT NULL,
    merged_by       text NOT NULL,
    merged_at       timestamptz NOT NULL,
    survivor_before jsonb NOT NULL,
    undone_reason   text,
    undone_by       text,
    undone_at       timestamptz
);
CREATE UNIQUE INDEX student_merge_loser ON student_merge (loser) WHERE undone_at IS NULL;
CREATE INDEX student_merge_survivor ON student_merge (survivor) WHERE undone_at IS NULL;

-- What a merge moved (it goes back when the merge is undone) or took out of the view (whole, as it stood).
CREATE TABLE merged_item (
    merge_id uuid NOT NULL REFERENCES student_merge,
    kind     text NOT NULL,
    item     text NOT NULL,
    record   jsonb,
    PRIMARY KEY (merge_id, kind, item)
);
