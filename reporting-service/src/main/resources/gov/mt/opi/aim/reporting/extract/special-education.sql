-- Members with SPED status Y by age on the count date.
SELECT r.district, coalesce(lpad(date_part('year', age(s.count_date, r.birth_date))::text, 2, '0'), ''), count(*)
FROM snapshot_row r
JOIN snapshot s ON s.snapshot_id = r.snapshot_id
WHERE r.snapshot_id = :snapshot AND (:district::text IS NULL OR r.district = :district) AND r.sped = 'Y'
GROUP BY r.district, 2
ORDER BY length(r.district), r.district, 2
