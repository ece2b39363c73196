SELECT p.district_number AS "districtNumber", p.school_number AS "schoolNumber", p.calendar_number AS "calendarNumber",
       s.last_name AS "lastName", s.first_name AS "firstName", s.state_id AS "stateId", p.local_id AS "localId",
       p.lunch AS "freeReducedLunch", p.sped AS "spedStatus", p.section504, p.title_i AS "titleIParticipation",
       p.homeless, p.lep_status AS "lepStatus", p.immigrant, p.school_year AS year, p.other_fields AS "otherFields"
FROM program_participation p
JOIN student s ON s.student_key = p.student_key
WHERE p.district_number = :district AND p.school_year = :year
ORDER BY s.state_id, p.school_number, p.calendar_number
