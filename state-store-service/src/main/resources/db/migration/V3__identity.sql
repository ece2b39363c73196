-- Identity: candidates by indexed look-ups only, retired State IDs, the steward's queue.

-- A State ID is never reused. One that was merged into another stays here for ever and leads to the survivor.
ALTER TABLE student ADD COLUMN retired_into uuid REFERENCES student;
CREATE INDEX student_retired_into ON student (retired_into) WHERE retired_into IS NOT NULL;

-- Names are compared by their bytes, so that an index also finds all that begin with a letter.
ALTER TABLE student_name
    ALTER COLUMN normal_last_name TYPE text COLLATE "C",
    ALTER COLUMN normal_first_name TYPE text COLLATE "C",
    ADD COLUMN last_sound text COLLATE "C" NOT NULL DEFAULT '';

-- The Soundex code of the names that are there already; new rows bring theirs along.
UPDATE student_name n SET last_sound = left(c.letters, 1) || rpad(left(replace(substr(regexp_replace(translate(
        left(c.letters, 1) || regexp_replace(substr(c.letters, 2), '[HW]', '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '01230120022455012623010202'), '(.)\1+', '\1', 'g'), 2), '0', ''), 3), 3, '0')
    FROM (SELECT student_key, sequence, line, regexp_replace(normal_last_name, '[^A-Z]', '', 'g') AS letters
          FROM student_name) c
    WHERE (n.student_key, n.sequence, n.line) = (c.student_key, c.sequence, c.line) AND c.letters <> '';
ALTER TABLE student_name ALTER COLUMN last_sound DROP DEFAULT;

-- The look-ups of matching, see the class Lookups.
DROP INDEX student_name_birth_date;
DROP INDEX student_name_names;
CREATE INDEX student_name_birth_date ON student_name (birth_date, normal_first_name);
CREATE INDEX student_name_names ON student_name (normal_last_name, normal_first_name, birth_date);
CREATE INDEX student_name_sound ON student_name (last_sound, left(normal_first_name, 1), birth_date);
