-- Lines that wait for an identity decision.
SELECT NULL AS school, NULL::uuid AS student_key, h.submission_id || ' line ' || h.line || ' (' || h.rule_id || ')' AS detail
FROM held_line h
WHERE h.district_number = :district AND h.record_type = 'SD'
