-- One row a student enrolled (Primary) on the count date of the calendar, with the attendance of the same place.
SELECT s.state_id, m.student_key, m.district, m.school, m.grade, m.count_date,
       coalesce(s.race_ethnicity, '') AS race_ethnicity, coalesce(s.gender, '') AS gender,
       coalesce(p.lunch, 'N') AS lunch, coalesce(p.sped, 'N') AS sped, coalesce(p.section504, 'N') AS section504,
       coalesce(p.lep_status, '') AS lep_status, coalesce(p.homeless, 'N') AS homeless,
       coalesce(p.immigrant, 'N') AS immigrant, coalesce(p.title_i, 'N') AS title_i,
       a.portion_absent, a.hours,
       CASE a.hours WHEN 'N' THEN 0 WHEN 'Q' THEN 0.25 WHEN 'H' THEN 0.5 WHEN 'T' THEN 0.75 WHEN 'F' THEN 1 END AS weight
FROM (
    SELECT DISTINCT ON (e.student_key) e.student_key, e.place, e.district_number AS district, e.school_number AS school,
           e.grade, c.day AS count_date
    FROM enrollment e
    JOIN unnest(:calendar_districts::text[], :calendar_schools::text[], :calendar_numbers::text[], :calendar_days::date[])
            AS c (district, school, calendar, day)
      ON c.district = e.district_number AND c.school = e.school_number AND c.calendar = e.calendar_number
    WHERE e.school_year = :year AND e.service_type = 'P' AND e.first_day <= c.day AND e.last_day >= c.day
    ORDER BY e.student_key, e.first_day DESC, e.enrollment_key DESC
) m
LEFT JOIN student s ON s.student_key = m.student_key
LEFT JOIN (
    SELECT DISTINCT ON (place) * FROM program_participation WHERE school_year = :year
    ORDER BY place, changed_at DESC, participation_key
) p ON p.place = m.place
LEFT JOIN (
    SELECT DISTINCT ON (place) * FROM attendance WHERE school_year = :year
    ORDER BY place, changed_at DESC, attendance_key
) a ON a.place = m.place
