-- Who read or decided what about whom. One row a call, whatever the number of students it showed.
CREATE TABLE audit (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    who          text NOT NULL,
    action       text NOT NULL,
    student_keys uuid[] NOT NULL,
    about        jsonb NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_who ON audit (who, at);
CREATE INDEX audit_students ON audit USING gin (student_keys);

-- Append only, for the owner of the table too: rights alone would not hold the one who has them all.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is append only';
END
$$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM PUBLIC;

-- What each transaction changed in the view, in its order: one row a transaction, 25 bytes a thing (kind, key, version).
-- Kind: 0 student, 1 enrollment, 2 program participation, 3 test-window attendance; 128 more when the thing is gone.
-- Values stand in the view only. A reader gives numbers to the rows that have none, under the lock of change_number, so
-- that numbers follow the commits.
CREATE TABLE change_batch (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number     bigint UNIQUE,
    changed_at timestamptz NOT NULL,
    things     bytea NOT NULL
);
ALTER TABLE change_batch ALTER COLUMN things SET STORAGE EXTERNAL;
CREATE INDEX change_batch_without_number ON change_batch (id) WHERE number IS NULL;
CREATE INDEX change_batch_changed_at ON change_batch (changed_at);

CREATE TABLE change_number (
    last bigint NOT NULL
);
INSERT INTO change_number VALUES (0);

-- Things that left the view, so that a reader of changes and a republished district learn of it.
CREATE TABLE gone_thing (
    thing_key       uuid PRIMARY KEY,
    kind            smallint NOT NULL,
    student_key     uuid NOT NULL,
    state_id        text NOT NULL,
    district_number text NOT NULL,
    version         bigint NOT NULL,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX gone_thing_student ON gone_thing (student_key);
CREATE INDEX gone_thing_district ON gone_thing (district_number);

-- What the view held before changes were noted.
INSERT INTO change_batch (changed_at, things)
SELECT max(changed_at), string_agg(thing, ''::bytea ORDER BY changed_at)
FROM (
    SELECT changed_at, thing, kind, row_number() OVER (PARTITION BY kind ORDER BY changed_at) / 5000 AS part
    FROM (
        SELECT 0 AS kind, changed_at, '\x00'::bytea || uuid_send(student_key) || int8send(version) AS thing FROM student
        UNION ALL
        SELECT 1, changed_at, '\x01'::bytea || uuid_send(record_key) || int8send(version) FROM enrollment
        UNION ALL
        SELECT 2, changed_at, '\x02'::bytea || uuid_send(record_key) || int8send(version) FROM program_participation
        UNION ALL
        SELECT 3, changed_at, '\x03'::bytea || uuid_send(record_key) || int8send(version) FROM test_window_attendance
    ) thing
) part
GROUP BY kind, part
ORDER BY kind, part;
