-- The statewide view: what the state knows of every student now, and where it knows it from.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE district (
    district_number text PRIMARY KEY,
    name            text NOT NULL
);

CREATE TABLE school (
    district_number text NOT NULL REFERENCES district,
    school_number   text NOT NULL,
    name            text NOT NULL,
    low_grade       text NOT NULL,
    high_grade      text NOT NULL,
    opened_on       date,
    closed_on       date,
    PRIMARY KEY (district_number, school_number)
);

CREATE TABLE calendar (
    district_number  text NOT NULL,
    school_number    text NOT NULL,
    calendar_number  text NOT NULL,
    school_year      integer NOT NULL,
    start_date       date NOT NULL,
    end_date         date NOT NULL,
    test_window_date date,
    PRIMARY KEY (district_number, school_number, calendar_number, school_year),
    FOREIGN KEY (district_number, school_number) REFERENCES school
);

-- One child, one State ID. The row is the current identity; student_name keeps every identity it ever had.
CREATE TABLE student (
    student_key      uuid PRIMARY KEY,
    state_id         text NOT NULL UNIQUE CHECK (state_id ~ '^[1-9][0-9]{0,8}$'),
    district_number  text NOT NULL,
    local_id         text,
    last_name        text NOT NULL,
    first_name       text NOT NULL,
    middle_name      text,
    suffix           text,
    gender           text NOT NULL,
    birth_date       date NOT NULL,
    race_ethnicity   text NOT NULL,
    version          bigint NOT NULL,
    changed_at       timestamptz NOT NULL,
    header_timestamp timestamp NOT NULL,
    sequence         bigint NOT NULL,
    line             integer NOT NULL,
    submission_id    uuid NOT NULL
);

-- Every identity with the time from which it was used (the header date of its file). Matching looks here, so that a
-- child is found by a former name too.
CREATE TABLE student_name (
    student_key       uuid NOT NULL REFERENCES student,
    header_timestamp  timestamp NOT NULL,
    sequence          bigint NOT NULL,
    line              integer NOT NULL,
    submission_id     uuid NOT NULL,
    last_name         text NOT NULL,
    first_name        text NOT NULL,
    middle_name       text,
    suffix            text,
    gender            text NOT NULL,
    birth_date        date NOT NULL,
    normal_last_name  text NOT NULL,
    normal_first_name text NOT NULL,
    PRIMARY KEY (student_key, sequence, line)
);
CREATE INDEX student_name_birth_date ON student_name (birth_date);
CREATE INDEX student_name_names ON student_name (normal_last_name, normal_first_name);

-- The local IDs by which districts know a student.
CREATE TABLE local_id (
    district_number text NOT NULL,
    normal_local_id text NOT NULL,
    local_id        text NOT NULL,
    student_key     uuid NOT NULL REFERENCES student,
    submission_id   uuid NOT NULL,
    line            integer NOT NULL,
    PRIMARY KEY (district_number, normal_local_id)
);
CREATE INDEX local_id_student ON local_id (student_key);

CREATE TABLE enrollment (
    record_key       uuid PRIMARY KEY,
    student_key      uuid NOT NULL REFERENCES student,
    district_number  text NOT NULL,
    school_number    text NOT NULL,
    calendar_number  text NOT NULL,
    school_year      integer NOT NULL,
    local_id         text,
    service_type     text NOT NULL,
    start_date       date NOT NULL,
    start_status     text NOT NULL,
    end_date         date,
    end_status       text,
    dropout_reason   text,
    grade            text NOT NULL,
    content_hash     uuid NOT NULL,
    version          bigint NOT NULL,
    changed_at       timestamptz NOT NULL,
    header_timestamp timestamp NOT NULL,
    sequence         bigint NOT NULL,
    line             integer NOT NULL,
    submission_id    uuid NOT NULL,
    UNIQUE (student_key, district_number, school_number, calendar_number, school_year, start_date),
    CHECK (end_date IS NULL OR end_date >= start_date),
    -- Only one Primary enrollment of a student covers any given date (spec 2.6; both dates are days enrolled). Checked
    -- at the commit, because a file may end one enrollment and start another in any order of lines.
    CONSTRAINT one_primary_on_a_date EXCLUDE USING gist (
        student_key WITH =,
        daterange(start_date, end_date, '[]') WITH &&
    ) WHERE (service_type = 'P') DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE program_participation (
    record_key                     uuid PRIMARY KEY,
    student_key                    uuid NOT NULL REFERENCES student,
    district_number                text NOT NULL,
    school_number                  text NOT NULL,
    calendar_number                text NOT NULL,
    school_year                    integer NOT NULL,
    local_id                       text,
    free_reduced_lunch             text NOT NULL,
    sped_status                    text NOT NULL,
    section504                     text NOT NULL,
    title_i_participation          text NOT NULL,
    title_i_program_type           text,
    title_i_reading                text NOT NULL,
    title_i_math                   text NOT NULL,
    title_i_science                text NOT NULL,
    title_i_social_sciences        text NOT NULL,
    title_i_vocational_career      text NOT NULL,
    title_i_instructional_other    text NOT NULL,
    title_i_health                 text NOT NULL,
    title_i_guidance_advocacy      text NOT NULL,
    title_i_support_other          text NOT NULL,
    foreign_exchange               text NOT NULL,
    gifted_talented                text NOT NULL,
    twenty_first_century           text NOT NULL,
    homeless                       text NOT NULL,
    mc_kinney_vento                text NOT NULL,
    homeless_night_time_residence  text,
    unaccompanied_youth            text NOT NULL,
    language_of_impact             text,
    lep_status                     text,
    date_entered_lep               date,
    title_iii                      text NOT NULL,
    immigrant                      text NOT NULL,
    immigrant_date_entered_us_school date,
    content_hash                   uuid NOT NULL,
    version                        bigint NOT NULL,
    changed_at                     timestamptz NOT NULL,
    header_timestamp               timestamp NOT NULL,
    sequence                       bigint NOT NULL,
    line                           integer NOT NULL,
    submission_id                  uuid NOT NULL,
    UNIQUE (student_key, district_number, school_number, calendar_number, school_year)
);

CREATE TABLE test_window_attendance (
    record_key                     uuid PRIMARY KEY,
    student_key                    uuid NOT NULL REFERENCES student,
    district_number                text NOT NULL,
    school_number                  text NOT NULL,
    calendar_number                text NOT NULL,
    school_year                    integer NOT NULL,
    test_window_count_absent       numeric(4, 3) NOT NULL CHECK (test_window_count_absent BETWEEN 0 AND 1),
    aggregate_hours_of_instruction text NOT NULL,
    content_hash                   uuid NOT NULL,
    version                        bigint NOT NULL,
    changed_at                     timestamptz NOT NULL,
    header_timestamp               timestamp NOT NULL,
    sequence                       bigint NOT NULL,
    line                           integer NOT NULL,
    submission_id                  uuid NOT NULL,
    UNIQUE (student_key, district_number, school_number, calendar_number, school_year)
);

-- Lines that wait for a person or for another district, whole, so that they can be judged again.
CREATE TABLE held_record (
    submission_id   uuid NOT NULL,
    line            integer NOT NULL,
    district_number text NOT NULL,
    record_type     text NOT NULL,
    rule_id         text NOT NULL,
    waits_for       text NOT NULL,
    state_id        text,
    record          jsonb NOT NULL,
    held_at         timestamptz NOT NULL,
    PRIMARY KEY (submission_id, line)
);

-- What became of every line, one byte a line, 1024 lines a row: a record that arrives again is known and left alone.
CREATE TABLE line_outcome (
    submission_id uuid NOT NULL,
    segment       integer NOT NULL,
    outcomes      bytea NOT NULL,
    PRIMARY KEY (submission_id, segment)
);

-- Events of committed transactions that the broker does not have yet.
CREATE TABLE outbox (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    events bytea NOT NULL
);
ALTER TABLE outbox ALTER COLUMN events SET STORAGE EXTERNAL;
