-- Rows of the view come by the hundred thousand and seldom change, and what comes is like what is there. A table that has
-- only grown needs a vacuum for no query here, for old transaction numbers long after it has doubled, and a new sample when
-- it has: by the usual measure both read the growing tables once more every minute while a state loads.
DO $$
DECLARE
    grows text;
BEGIN
    FOREACH grows IN ARRAY ARRAY['student', 'student_name', 'local_id', 'enrollment', 'program_participation',
        'test_window_attendance']
    LOOP
        EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1)',
            grows);
    END LOOP;
END
$$;

-- Nobody asks for lists of things by what is in them; a sample would fetch and sort each list.
ALTER TABLE confirmation ALTER COLUMN things SET STATISTICS 0, ALTER COLUMN lines SET STATISTICS 0;
