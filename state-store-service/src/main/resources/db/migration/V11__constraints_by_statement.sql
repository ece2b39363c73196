-- Two promises that the database keeps by itself: every row belongs to a student whom the state knows, and no two Primary
-- enrollments of a student cover one day. Foreign keys look for each row on its own and an exclusion constraint descends a
-- GiST index for each; for rows that come by the thousand the two cost more than all that is written. Here a trigger looks
-- once for all rows of a statement.

-- Rows stay with their student because students stay: a State ID is never reused, a merged one leads to its survivor for
-- ever. So a row that found its student when it was written has it still.
CREATE FUNCTION refuse_loss_of_student() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a student is never deleted and never changes its key' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER students_stay BEFORE DELETE OR TRUNCATE ON student
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_student();
CREATE TRIGGER students_keep_their_key BEFORE UPDATE ON student
    FOR EACH ROW WHEN (NEW.student_key <> OLD.student_key) EXECUTE FUNCTION refuse_loss_of_student();

-- The plans of these functions are kept for the session, and its first statement may have written a single row: whatever
-- the tables look like then, students are looked up by key.
CREATE FUNCTION belongs_to_a_student() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF EXISTS (SELECT FROM written w WHERE NOT EXISTS (SELECT FROM student s WHERE s.student_key = w.student_key)) THEN
        RAISE EXCEPTION 'a row of % belongs to a student whom nobody knows', TG_TABLE_NAME
            USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NULL;
END
$$;

-- Both dates of an enrollment are days enrolled (spec 2.6). The students are locked first, so that of two transactions
-- which enroll one student the second sees what the first wrote.
CREATE FUNCTION one_primary_on_a_date() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM FROM student s
        WHERE s.student_key IN (SELECT student_key FROM written WHERE service_type = 'P')
        ORDER BY s.student_key FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM written w JOIN enrollment e USING (student_key)
        WHERE w.service_type = 'P' AND e.service_type = 'P' AND e.record_key <> w.record_key
            AND e.start_date <= COALESCE(w.end_date, 'infinity') AND COALESCE(e.end_date, 'infinity') >= w.start_date
    ) THEN
        RAISE EXCEPTION 'two Primary enrollments of a student cover one day'
            USING ERRCODE = 'exclusion_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA,
                CONSTRAINT = 'one_primary_on_a_date';
    END IF;
    RETURN NULL;
END
$$;

ALTER TABLE enrollment DROP CONSTRAINT one_primary_on_a_date;
CREATE TRIGGER one_primary_when_added AFTER INSERT ON enrollment REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION one_primary_on_a_date();
CREATE TRIGGER one_primary_when_changed AFTER UPDATE ON enrollment REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION one_primary_on_a_date();

DO $$
DECLARE
    grows text;
BEGIN
    FOREACH grows IN ARRAY ARRAY['student_name', 'local_id', 'enrollment', 'program_participation', 'test_window_attendance']
    LOOP
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', grows, grows || '_student_key_fkey');
        EXECUTE format('CREATE TRIGGER belongs_when_added AFTER INSERT ON %I REFERENCING NEW TABLE AS written'
            ' FOR EACH STATEMENT EXECUTE FUNCTION belongs_to_a_student()', grows);
        EXECUTE format('CREATE TRIGGER belongs_when_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS written'
            ' FOR EACH STATEMENT EXECUTE FUNCTION belongs_to_a_student()', grows);
    END LOOP;
END
$$;
