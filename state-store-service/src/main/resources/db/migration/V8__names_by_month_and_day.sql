-- People of the same name are found by month and day of birth, and people born on one day by both initials, so that a
-- frequent name or a large state leads to no more of them: see the class CandidateSearch.
DROP INDEX student_name_birth_date;
CREATE INDEX student_name_birth_date ON student_name (birth_date, normal_first_name, left(normal_last_name, 1));
DROP INDEX student_name_names;
CREATE INDEX student_name_names ON student_name (normal_last_name, normal_first_name,
    ((date_part('month', birth_date) * 100 + date_part('day', birth_date))::integer));
