-- Students enrolled on the test-window date of their calendar without an attendance of the same place.
SELECT t.school, t.student_key, t.count_date::text AS detail
FROM test_window_member t
WHERE NOT EXISTS (SELECT FROM attendance a WHERE a.place = t.place)
