-- A table that only grows is vacuumed against old transaction numbers alone. When it has doubled is too early for that: it falls
-- into the next load, and reads and rewrites what was loaded before.
CREATE OR REPLACE FUNCTION grows_only(grown regclass) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM sample_little(grown);
    EXECUTE format('ALTER TABLE %s SET (autovacuum_vacuum_insert_scale_factor = 4, autovacuum_analyze_scale_factor = 1)',
        grown);
END $$;
SELECT grows_only(grown) FROM unnest(ARRAY['student', 'enrollment', 'program_participation', 'attendance']::regclass[])
    AS tables (grown);
