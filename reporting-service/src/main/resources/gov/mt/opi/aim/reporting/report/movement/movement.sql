-- One row for each side of what does not fit together: exits without landing, entries without leaving, overlaps.
WITH primary_enrollment AS (
    SELECT * FROM enrollment WHERE service_type = 'P'
),
unfit AS (
    SELECT 'exitWithoutLanding' AS kind, e.student_key, e.district_number AS district, e.school_number AS school, e.grade,
           e.last_day AS day, e.end_status AS status,
           NULL AS other_district, NULL AS other_school, NULL::date AS other_day
    FROM primary_enrollment e
    WHERE e.school_year = :year AND e.end_status IN ('120', '130', '140')
      AND NOT EXISTS (
        SELECT FROM primary_enrollment o
        WHERE o.student_key = e.student_key AND o.enrollment_key <> e.enrollment_key AND o.first_day >= e.last_day
          AND CASE e.end_status
                WHEN '120' THEN o.district_number = e.district_number
                WHEN '140' THEN o.district_number <> e.district_number
                ELSE true END)
    UNION ALL
    SELECT 'entryWithoutLeaving', e.student_key, e.district_number, e.school_number, e.grade, e.first_day,
           e.start_status, NULL, NULL, NULL
    FROM primary_enrollment e
    WHERE e.school_year = :year AND e.start_status IN ('04', '05')
      AND NOT EXISTS (
        SELECT FROM primary_enrollment o
        WHERE o.student_key = e.student_key AND o.enrollment_key <> e.enrollment_key AND o.last_day <= e.first_day
          AND (o.district_number <> e.district_number OR o.school_number <> e.school_number))
    UNION ALL
    SELECT 'overlap', e.student_key, e.district_number, e.school_number, e.grade, e.first_day, e.start_status,
           o.district_number, o.school_number, o.first_day
    FROM primary_enrollment e
    JOIN primary_enrollment o ON o.student_key = e.student_key AND o.district_number <> e.district_number
         AND o.first_day <= e.last_day AND o.last_day >= e.first_day
    WHERE e.school_year = :year
)
SELECT u.*, coalesce(s.state_id, '') AS state_id FROM unfit u LEFT JOIN student s ON s.student_key = u.student_key
