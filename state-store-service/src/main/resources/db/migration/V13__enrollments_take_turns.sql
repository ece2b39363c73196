-- Of two transactions that enroll one student the second must see what the first wrote. Locking each student's row for that was
-- more than a quarter of what an enrollment costs, in rows of the log too; transactions that write enrollments rather take turns
-- from here to their commit. They still look up and decide beside each other, and that is most of their time. The letters STID
-- keep the lock apart from those of others; -1 is for people's work (JdbcTransactions).
-- Who is writing enrollments under the locks of before is waited for, and the next to write sees this function.
LOCK TABLE enrollment IN SHARE ROW EXCLUSIVE MODE;

CREATE OR REPLACE FUNCTION one_primary_on_a_date() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(0x53544944, -2);
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
