-- The oldest file that waits is claimed next; without an index in that order each claim looked at all that wait.
CREATE INDEX submission_oldest_first ON submission (sequence) WHERE published_at IS NULL AND status <> 'REFUSED';
