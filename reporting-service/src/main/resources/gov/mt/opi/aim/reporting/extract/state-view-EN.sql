SELECT e.district_number AS "districtNumber", e.school_number AS "schoolNumber", e.calendar_number AS "calendarNumber",
       e.school_year AS year, s.state_id AS "stateId", e.local_id AS "localId", e.service_type AS "serviceType",
       e.first_day AS "startDate", e.start_status AS "startStatus",
       CASE WHEN e.last_day = 'infinity' THEN NULL ELSE e.last_day END AS "endDate", e.end_status AS "endStatus",
       e.dropout_reason AS "dropoutReason", e.grade
FROM enrollment e
JOIN student s ON s.student_key = e.student_key
WHERE e.district_number = :district AND e.school_year = :year
ORDER BY s.state_id, e.first_day, e.school_number, e.calendar_number
