-- Who the students of the year are. A local ID that another district sent last is not this district's.
SELECT :district AS "districtNumber", s.state_id AS "stateId",
       CASE WHEN s.district_number = :district THEN s.local_id ELSE '' END AS "localId",
       s.last_name AS "lastName", s.first_name AS "firstName", s.middle_name AS "middleName", s.suffix,
       s.gender, s.birth_date AS "birthDate", s.race_ethnicity AS "raceEthnicity"
FROM student s
WHERE s.student_key IN (
    SELECT student_key FROM enrollment WHERE district_number = :district AND school_year = :year
    UNION SELECT student_key FROM program_participation WHERE district_number = :district AND school_year = :year
    UNION SELECT student_key FROM attendance WHERE district_number = :district AND school_year = :year)
ORDER BY s.state_id
