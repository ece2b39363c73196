-- Children in kindergarten who were not five on 10 September.
SELECT m.school, m.student_key, 'under 5 on September 10' AS detail
FROM member m
JOIN student s ON s.student_key = m.student_key
WHERE m.grade = 'KG' AND s.birth_date > make_date(:year - 6, 9, 10)
