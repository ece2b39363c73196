-- The tables of the view grow by whole files, and all that batches ask of them is looked up by key, in plans that do not depend
-- on how values are spread (see JdbcTransactions). A small sample tells enough for the other questions; the usual one,
-- sorted column by column each time a table has grown by a tenth, cost more than the vacuum itself.
DO $$
DECLARE
    col record;
BEGIN
    FOR col IN
        SELECT c.relname, a.attname
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND a.attnum > 0 AND NOT a.attisdropped
            AND c.relname IN ('student', 'student_name', 'local_id', 'student_sender', 'enrollment',
                'program_participation', 'test_window_attendance')
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 10', col.relname, col.attname);
    END LOOP;
    -- Expressions in indexes have statistics of their own.
    FOR col IN
        SELECT i.relname, k.number
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS k(attnum, number)
        WHERE n.nspname = current_schema() AND k.attnum = 0 AND c.relname IN ('student_name', 'enrollment')
    LOOP
        EXECUTE format('ALTER INDEX %I ALTER COLUMN %s SET STATISTICS 10', col.relname, col.number);
    END LOOP;
END
$$;
