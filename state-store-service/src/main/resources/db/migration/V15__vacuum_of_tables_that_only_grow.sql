-- A table that only grows is vacuumed against old transaction numbers alone. When it has doubled is too early for that: it falls
-- into the next load, and reads and rewrites what was loaded before.
DO $$
DECLARE
    grows text;
BEGIN
    FOREACH grows IN ARRAY ARRAY['student', 'student_name', 'local_id', 'enrollment', 'program_participation',
        'test_window_attendance']
    LOOP
        EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 4)', grows);
    END LOOP;
END
$$;
