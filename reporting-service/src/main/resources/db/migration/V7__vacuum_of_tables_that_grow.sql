-- What comes into the read model is like what is there. A table that has only grown needs a vacuum for no query here, for
-- old transaction numbers long after it has doubled, and a new sample when it has: by the usual measure both read the growing
-- tables once more every minute while a state loads. Also for the tables of a rebuild, since a copied table has not the
-- settings of its original.
CREATE FUNCTION grows_only(grown regclass) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM sample_little(grown);
    EXECUTE format('ALTER TABLE %s SET (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1)',
        grown);
END $$;
SELECT grows_only(grown) FROM unnest(ARRAY['student', 'enrollment', 'program_participation', 'attendance']::regclass[])
    AS tables (grown);

-- Nobody asks for lists of students by who is in them; a sample would fetch and sort each list.
ALTER TABLE census_change ALTER COLUMN student_keys SET STATISTICS 0;
