-- Enrollments that wait for another district.
SELECT NULL AS school, NULL::uuid AS student_key, h.submission_id || ' line ' || h.line || ' (' || h.rule_id || ')' AS detail
FROM held_line h
WHERE h.district_number = :district AND h.rule_id IN ('XS-022', 'XS-023')
