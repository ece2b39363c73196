-- Exits to another public school with no landing there.
SELECT e.school_number AS school, e.student_key, e.end_status || ' on ' || e.last_day AS detail
FROM enrollment e
WHERE e.district_number = :district AND e.school_year = :year AND e.service_type = 'P'
  AND e.end_status IN ('120', '130', '140')
  AND NOT EXISTS (
    SELECT FROM enrollment o
    WHERE o.student_key = e.student_key AND o.service_type = 'P' AND o.enrollment_key <> e.enrollment_key
      AND o.first_day >= e.last_day
      AND CASE e.end_status
            WHEN '120' THEN o.district_number = e.district_number
            WHEN '140' THEN o.district_number <> e.district_number
            ELSE true END)
