-- Members whose hours of instruction count as nothing.
SELECT t.school, t.student_key, a.hours AS detail
FROM test_window_member t
JOIN attendance a ON a.place = t.place
WHERE a.hours = 'N'
