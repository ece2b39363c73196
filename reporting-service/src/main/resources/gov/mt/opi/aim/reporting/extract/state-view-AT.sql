SELECT a.district_number AS "districtNumber", a.school_number AS "schoolNumber", a.calendar_number AS "calendarNumber",
       s.state_id AS "stateId", s.last_name AS "lastName", s.first_name AS "firstName",
       a.portion_absent AS "testWindowCountAbsent", a.hours AS "aggregateHoursOfInstruction"
FROM attendance a
JOIN student s ON s.student_key = a.student_key
WHERE a.district_number = :district AND a.school_year = :year
ORDER BY s.state_id, a.school_number, a.calendar_number
