-- Members by school and lunch status, one row a child.
SELECT r.district, r.school, r.lunch, r.state_id, r.last_name, r.first_name, r.grade
FROM snapshot_row r
WHERE r.snapshot_id = :snapshot AND (:district::text IS NULL OR r.district = :district)
ORDER BY length(r.district), r.district, length(r.school), r.school, r.lunch, r.last_name, r.first_name, r.state_id
