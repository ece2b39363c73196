-- Members in tested grades, in the order in which schools hand out the answer sheets.
SELECT r.district, r.school, r.grade, r.state_id, r.last_name, r.first_name, r.middle_name, r.suffix,
       to_char(r.birth_date, 'MM/DD/YYYY'), r.gender, r.race_ethnicity, r.lunch, r.sped, r.lep_status
FROM snapshot_row r
WHERE r.snapshot_id = :snapshot AND (:district::text IS NULL OR r.district = :district)
  AND r.grade = ANY (:tested_grades) AND r.state_id <> '' AND r.last_name <> '' AND r.birth_date IS NOT NULL
ORDER BY length(r.district), r.district, length(r.school), r.school, r.grade, r.last_name, r.first_name, r.state_id
