-- Students of whom districts say different things: what is known now, and what another district last said.
SELECT NULL AS school, s.student_key, 'district ' || CASE WHEN s.district_number = :district THEN e.district_number
                                                          ELSE s.district_number END AS detail
FROM student s
JOIN student_elsewhere e ON e.student_key = s.student_key AND e.district_number <> s.district_number
WHERE (s.district_number = :district OR e.district_number = :district)
  AND (e.gender <> s.gender OR e.birth_date IS DISTINCT FROM s.birth_date)
