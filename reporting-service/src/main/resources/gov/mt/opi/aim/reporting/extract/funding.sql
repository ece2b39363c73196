-- Enrollment by district, school and grade, and how many of them are American Indian.
SELECT r.district, r.school, r.grade, count(*), count(*) FILTER (WHERE r.race_ethnicity = '01')
FROM snapshot_row r
WHERE r.snapshot_id = :snapshot AND (:district::text IS NULL OR r.district = :district)
GROUP BY r.district, r.school, r.grade
ORDER BY length(r.district), r.district, length(r.school), r.school, r.grade
