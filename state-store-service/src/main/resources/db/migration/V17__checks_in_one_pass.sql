-- The two checks of V11 and V13, asked another way. A join descends the index once for every row that was written; a list is
-- sorted first, and the index is gone through once, from leaf to leaf. Rows that are written together belong to students whose
-- keys lie together, so a few dozen descents are left of thousands.
CREATE OR REPLACE FUNCTION belongs_to_a_student() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF EXISTS (
        SELECT student_key FROM written
        EXCEPT SELECT student_key FROM student WHERE student_key = ANY (ARRAY(SELECT student_key FROM written))
    ) THEN
        RAISE EXCEPTION 'a row of % belongs to a student whom nobody knows', TG_TABLE_NAME
            USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NULL;
END
$$;

-- In the order of their first days, enrollments that share a day stand next to each other somewhere: one begins before the one
-- before it has ended.
CREATE OR REPLACE FUNCTION one_primary_on_a_date() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(0x53544944, -2);
    IF EXISTS (
        SELECT FROM (
            SELECT start_date <= lag(COALESCE(end_date, 'infinity')) OVER (PARTITION BY student_key ORDER BY start_date) AS meets
            FROM enrollment
            WHERE service_type = 'P'
                AND student_key = ANY (ARRAY(SELECT student_key FROM written WHERE service_type = 'P'))
        ) neighbour
        WHERE meets
    ) THEN
        RAISE EXCEPTION 'two Primary enrollments of a student cover one day'
            USING ERRCODE = 'exclusion_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA,
                CONSTRAINT = 'one_primary_on_a_date';
    END IF;
    RETURN NULL;
END
$$;
