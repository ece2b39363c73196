-- Districts that sent a student without a local ID, and so leave no trace in local_id: whether a district has sent a
-- student's demographics is a rule's question (XS-011). Seldom written, because nearly every SD record has a local ID.
CREATE TABLE student_sender (
    student_key     uuid NOT NULL REFERENCES student,
    district_number text NOT NULL,
    PRIMARY KEY (student_key, district_number)
);

-- Programs and attendance without an enrollment ask whether that one waits (XS-022). Only enrollments are in the index:
-- lines wait seldom, and it costs nothing to those that do not.
CREATE INDEX held_enrollment_state_id ON held_record (state_id) WHERE record_type = 'EN';
