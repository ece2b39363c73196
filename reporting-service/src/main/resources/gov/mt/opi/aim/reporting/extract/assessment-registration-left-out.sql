-- Who was there on the count date, might be expected in the extract, and is not in it.
SELECT district, school, grade, state_id, last_name, first_name, reason
FROM (
    SELECT r.district, r.school, r.grade, r.state_id, r.last_name, r.first_name,
           CASE WHEN r.grade IN ('UE', 'UM', 'UH') THEN 'ungraded' ELSE 'no demographics' END AS reason
    FROM snapshot_row r
    WHERE r.snapshot_id = :snapshot
      AND (r.grade IN ('UE', 'UM', 'UH') AND NOT r.grade = ANY (:tested_grades)
           OR r.grade = ANY (:tested_grades) AND (r.state_id = '' OR r.last_name = '' OR r.birth_date IS NULL))
    UNION ALL
    SELECT o.district, o.school, o.grade, o.state_id, o.last_name, o.first_name,
           CASE o.service_type WHEN 'S' THEN 'Secondary enrollment only' ELSE 'Special Ed Services only' END
    FROM snapshot_other o
    WHERE o.snapshot_id = :snapshot AND o.grade = ANY (:tested_grades)
) AS left_out
WHERE :district::text IS NULL OR district = :district
ORDER BY length(district), district, length(school), school, grade, last_name, first_name, state_id, reason
