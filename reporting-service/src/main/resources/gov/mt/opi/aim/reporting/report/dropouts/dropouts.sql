-- One row a dropout, a completer, and a member of grades 7 to 12 on 1 October.
WITH last_primary AS (
    SELECT DISTINCT ON (student_key) *
    FROM enrollment
    WHERE service_type = 'P' AND first_day <= :last_day AND last_day >= :first_day
    ORDER BY student_key, first_day DESC, enrollment_key DESC
),
counted AS (
    SELECT 'dropout' AS kind, l.student_key, l.district_number AS district, l.school_number AS school, l.grade,
           l.last_day AS end_date, l.end_status, l.dropout_reason
    FROM last_primary l
    WHERE l.end_status IN ('300', '310', '320', '330', '340') AND l.last_day BETWEEN :first_day AND :last_day
      AND l.grade IN ('07', '08', '09', '10', '11', '12', 'UM', 'UH')
      AND NOT EXISTS (
        SELECT FROM enrollment o
        WHERE o.student_key = l.student_key AND o.first_day > l.last_day AND o.first_day <= :last_day)
      AND NOT EXISTS (
        SELECT FROM enrollment o
        WHERE o.student_key = l.student_key AND o.end_status IN ('400', '410', '420', '500')
          AND o.last_day > l.last_day AND o.last_day <= :last_day)
    UNION ALL
    SELECT * FROM (
        SELECT DISTINCT ON (student_key)
               CASE end_status WHEN '400' THEN 'graduate' WHEN '410' THEN 'ged' ELSE 'other' END AS kind, student_key,
               district_number AS district, school_number AS school, grade, last_day AS end_date, end_status,
               dropout_reason
        FROM enrollment
        WHERE end_status IN ('400', '410', '420') AND last_day BETWEEN :first_day AND :last_day
        ORDER BY student_key, last_day DESC, first_day DESC, enrollment_key DESC
    ) completers
    UNION ALL
    SELECT 'member', student_key, district, school, grade, NULL, '', ''
    FROM members_on(:first_day)
    WHERE grade IN ('07', '08', '09', '10', '11', '12', 'UM', 'UH')
)
SELECT c.*, coalesce(s.state_id, '') AS state_id, coalesce(s.race_ethnicity, '') AS race_ethnicity,
       coalesce(s.gender, '') AS gender, c.grade IN ('09', '10', '11', '12', 'UH') AS in_high_school
FROM counted c
LEFT JOIN student s ON s.student_key = c.student_key
