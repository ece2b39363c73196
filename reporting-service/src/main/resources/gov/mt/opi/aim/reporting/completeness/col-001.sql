-- Members without a program participation of the same place.
SELECT m.school, m.student_key, m.grade AS detail
FROM member m
WHERE NOT EXISTS (SELECT FROM program_participation p WHERE p.place = m.place)
