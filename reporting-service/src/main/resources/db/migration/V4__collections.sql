-- What is collected when, as data.
CREATE TABLE collection (
    collection_id text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL,
    school_year   integer NOT NULL,
    kind          text NOT NULL,
    count_date    date NOT NULL,
    -- whether a calendar's own test-window date goes before the count date for all
    by_calendar   boolean NOT NULL,
    opens_on      date,
    closes_on     date,
    changed_by    text NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- A district's word that a collection is complete, and what it pointed at. Nothing but the withdrawal is ever added.
CREATE TABLE certification (
    certification_id  uuid PRIMARY KEY,
    collection_id     text COLLATE "C" NOT NULL REFERENCES collection,
    district_number   text COLLATE "C" NOT NULL,
    snapshot_id       uuid NOT NULL REFERENCES snapshot,
    signed_by         text NOT NULL,
    account           text NOT NULL,
    signed_at         timestamptz NOT NULL,
    warnings          text NOT NULL,
    withdrawn_by      text,
    withdrawn_account text,
    withdrawn_at      timestamptz,
    withdrawn_reason  text
);
CREATE UNIQUE INDEX certification_in_force ON certification (collection_id, district_number)
    WHERE withdrawn_at IS NULL;
CREATE INDEX certification_history ON certification (collection_id, district_number, signed_at);

-- Lines that wait for a person or for another district, as outcomes tell them.
CREATE TABLE held_line (
    submission_id   uuid NOT NULL,
    line            integer NOT NULL,
    district_number text COLLATE "C" NOT NULL,
    record_type     text COLLATE "C" NOT NULL,
    rule_id         text COLLATE "C" NOT NULL,
    PRIMARY KEY (submission_id, line)
);

-- Submissions that were only to be checked: what they leave held waits for nobody.
CREATE TABLE rehearsal (submission_id uuid PRIMARY KEY);

-- Who took, signed, withdrew and fetched what. Only ever added to.
CREATE TABLE audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT now(),
    account  text NOT NULL,
    action   text NOT NULL,
    subject  text NOT NULL
);
CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only ever added to';
END $$;
CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
