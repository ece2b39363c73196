-- Enrollments that wait for another district, with what waits with them. Lines that wait for an identity decision with their
-- student are counted there (COL-003); a line that waits for what this catalogue does not know yet is counted here.
SELECT NULL AS school, NULL::uuid AS student_key, h.submission_id || ' line ' || h.line || ' (' || h.rule_id || ')' AS detail
FROM held_line h
WHERE h.district_number = :district AND h.record_type <> 'SD'
    AND h.rule_id NOT IN ('XS-006', 'XS-007', 'XF-009')
