-- Schools open on the count date without a member.
SELECT o.school, NULL::uuid AS student_key, '' AS detail
FROM unnest(:open_schools::text[]) AS o (school)
WHERE NOT EXISTS (SELECT FROM member m WHERE m.school = o.school)
