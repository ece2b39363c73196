CREATE TABLE snapshot (
    snapshot_id      uuid PRIMARY KEY,
    name             text NOT NULL,
    count_date       date NOT NULL,
    revision         integer NOT NULL,
    students         bigint NOT NULL,
    sha256           text NOT NULL,
    taken_at         timestamptz NOT NULL,
    taken_by         text NOT NULL,
    -- when the read model had last changed; null when it was still empty
    as_of            timestamptz,
    rule_set_version text NOT NULL,
    UNIQUE (name, count_date, revision)
);
CREATE INDEX snapshot_newest_first ON snapshot (taken_at DESC, snapshot_id);

-- One row a student counted. Written with its snapshot in one transaction and never changed, so that nothing needs to
-- hold the two together, which would cost a look-up for every student.
CREATE TABLE snapshot_row (
    snapshot_id    uuid NOT NULL,
    student_key    uuid NOT NULL,
    district       text COLLATE "C" NOT NULL,
    school         text COLLATE "C" NOT NULL,
    grade          text COLLATE "C" NOT NULL,
    race_ethnicity text COLLATE "C" NOT NULL,
    gender         text COLLATE "C" NOT NULL,
    service_type   text COLLATE "C" NOT NULL,
    lunch          text COLLATE "C" NOT NULL,
    sped           text COLLATE "C" NOT NULL,
    section504     text COLLATE "C" NOT NULL,
    lep_status     text COLLATE "C" NOT NULL,
    homeless       text COLLATE "C" NOT NULL,
    immigrant      text COLLATE "C" NOT NULL,
    title_i        text COLLATE "C" NOT NULL,
    -- empty and null without a test-window attendance: a missing one is not assumed present
    hours          text COLLATE "C" NOT NULL,
    portion_absent numeric(4, 3),
    PRIMARY KEY (snapshot_id, student_key)
);

-- A snapshot never changes: the database itself refuses.
CREATE FUNCTION refuse_to_change_a_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot never changes';
END $$;
CREATE TRIGGER snapshot_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
CREATE TRIGGER snapshot_row_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();

CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, events bytea NOT NULL);
ALTER TABLE outbox ALTER COLUMN events SET STORAGE EXTERNAL;
