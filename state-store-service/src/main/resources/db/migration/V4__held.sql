-- A held line names the student whose enrollments, when they change, make it be judged again, and the other district that
-- must act, which sees it too. Identity decisions concern no student yet: there both are empty.
ALTER TABLE held_record
    ADD COLUMN student_key uuid REFERENCES student,
    ADD COLUMN waits_for_district text;
UPDATE held_record h SET student_key = s.student_key
    FROM student s WHERE s.state_id = h.state_id AND h.record_type <> 'SD';
UPDATE held_record SET waits_for_district = substring(waits_for FROM 'district ([0-9]+)$') WHERE record_type = 'EN';

DROP INDEX held_enrollment_state_id;
CREATE INDEX held_record_student ON held_record (student_key) WHERE student_key IS NOT NULL;
CREATE INDEX held_record_district ON held_record (district_number);
CREATE INDEX held_record_waits_for_district ON held_record (waits_for_district);

-- Records that a person took out of the view. The key of the thing, its version and its age stay: sent again, it is the same
-- thing with the next version, and a line older than what was taken out is stale as ever.
CREATE TABLE voided_record (
    record_key       uuid PRIMARY KEY,
    kind             text NOT NULL,
    student_key      uuid NOT NULL REFERENCES student,
    natural_key      text[] NOT NULL,
    version          bigint NOT NULL,
    header_timestamp timestamp NOT NULL,
    sequence         bigint NOT NULL,
    line             integer NOT NULL,
    submission_id    uuid NOT NULL,
    voided_at        timestamptz NOT NULL,
    voided_by        text NOT NULL,
    reason           text NOT NULL
);
CREATE INDEX voided_record_student ON voided_record (student_key);
