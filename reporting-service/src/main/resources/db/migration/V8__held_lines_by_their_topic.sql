-- Which lines wait is said by a topic of its own, which knows nothing of submissions that were only to be checked. Their table
-- stays for instances of the version before.
DELETE FROM held_line h USING rehearsal r WHERE r.submission_id = h.submission_id;
