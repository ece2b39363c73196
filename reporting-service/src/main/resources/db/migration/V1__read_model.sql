-- What counts need of the statewide view, and no more: no names, no State IDs. Rows arrive in any order, so nothing
-- refers to anything. Codes and numbers are compared byte by byte, which is faster than a language's order.

CREATE TABLE student (
    student_key    uuid PRIMARY KEY,
    gender         text COLLATE "C" NOT NULL,
    race_ethnicity text COLLATE "C" NOT NULL,
    version        bigint NOT NULL
);

CREATE TABLE enrollment (
    enrollment_key  uuid PRIMARY KEY,
    student_key     uuid NOT NULL,
    -- student, district, school, calendar and year in one value: what program data and attendance are joined by
    place           uuid NOT NULL,
    district_number text COLLATE "C" NOT NULL,
    school_number   text COLLATE "C" NOT NULL,
    calendar_number text COLLATE "C" NOT NULL,
    school_year     integer NOT NULL,
    service_type    text COLLATE "C" NOT NULL,
    grade           text COLLATE "C" NOT NULL,
    first_day       date NOT NULL,
    -- infinity while the enrollment has no end, so that membership on a day is one plain comparison
    last_day        date NOT NULL,
    start_status    text COLLATE "C" NOT NULL,
    end_status      text COLLATE "C" NOT NULL,
    version         bigint NOT NULL
);
CREATE INDEX enrollment_by_days ON enrollment (last_day, first_day);
CREATE INDEX enrollment_by_student ON enrollment (student_key);

CREATE TABLE program_participation (
    participation_key uuid PRIMARY KEY,
    place             uuid NOT NULL,
    district_number   text COLLATE "C" NOT NULL,
    lunch             text COLLATE "C" NOT NULL,
    sped              text COLLATE "C" NOT NULL,
    section504        text COLLATE "C" NOT NULL,
    lep_status        text COLLATE "C" NOT NULL,
    homeless          text COLLATE "C" NOT NULL,
    immigrant         text COLLATE "C" NOT NULL,
    title_i           text COLLATE "C" NOT NULL,
    changed_at        timestamptz NOT NULL,
    version           bigint NOT NULL
);

CREATE TABLE attendance (
    attendance_key  uuid PRIMARY KEY,
    place           uuid NOT NULL,
    district_number text COLLATE "C" NOT NULL,
    portion_absent  numeric(4, 3) NOT NULL,
    hours           text COLLATE "C" NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint NOT NULL
);

-- Things that a tombstone took away, with the version they had: an older event that comes late does not bring them back.
CREATE TABLE gone (
    thing_key uuid PRIMARY KEY,
    version   bigint NOT NULL
);

-- How far the read model is. A batch writes its position in its own transaction.
CREATE TABLE position (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    batches     bigint NOT NULL,
    applied_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition)
);
