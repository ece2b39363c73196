-- Each new student costs every index of names an entry at a place of its own, and the one by both names, whole, was the
-- dearest. Two narrow indexes lead to the same people: of those born on one day, or of one sound, initial, month and day,
-- there are so few that the rest is compared in their rows. See the class CandidateSearch.
DROP INDEX student_name_names;
DROP INDEX student_name_birth_date;
DROP INDEX student_name_sound;
CREATE INDEX student_name_birth_date ON student_name (birth_date, left(normal_first_name, 1));
CREATE INDEX student_name_sound ON student_name (last_sound, left(normal_first_name, 1),
    ((date_part('month', birth_date) * 100 + date_part('day', birth_date))::integer));
-- As in V10.
ALTER INDEX student_name_birth_date ALTER COLUMN 2 SET STATISTICS 10;
ALTER INDEX student_name_sound ALTER COLUMN 2 SET STATISTICS 10;
ALTER INDEX student_name_sound ALTER COLUMN 3 SET STATISTICS 10;
