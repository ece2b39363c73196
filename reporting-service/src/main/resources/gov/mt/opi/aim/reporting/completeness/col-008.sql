-- Enrollments of the year without an end, once their calendar has ended.
SELECT e.school_number AS school, e.student_key, e.grade AS detail
FROM enrollment e
LEFT JOIN unnest(:calendar_schools::text[], :calendar_calendars::text[], :calendar_ends::date[])
       AS c (school, calendar, ends) ON c.school = e.school_number AND c.calendar = e.calendar_number
WHERE e.district_number = :district AND e.school_year = :year AND e.last_day = 'infinity'
  AND coalesce(c.ends, :year_end) < :today
