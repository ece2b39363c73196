-- Reports and extracts need more of the view than membership did. What is there is forgotten: it has not what the new
-- columns hold, and is read again from the topics (the rebuild sees that the layout is an old one).
TRUNCATE student, enrollment, program_participation, attendance, gone, position;

-- Names, birth dates and State IDs are for extracts and lists only. No index: nobody looks a child up here.
ALTER TABLE student
    ADD COLUMN state_id        text COLLATE "C" NOT NULL,
    -- the district that sent the student last, and the local ID it has there
    ADD COLUMN district_number text COLLATE "C" NOT NULL,
    ADD COLUMN local_id        text COLLATE "C" NOT NULL,
    ADD COLUMN last_name       text COLLATE "C" NOT NULL,
    ADD COLUMN first_name      text COLLATE "C" NOT NULL,
    ADD COLUMN middle_name     text COLLATE "C" NOT NULL,
    ADD COLUMN suffix          text COLLATE "C" NOT NULL,
    ADD COLUMN birth_date      date;

ALTER TABLE enrollment
    ADD COLUMN local_id       text COLLATE "C" NOT NULL,
    ADD COLUMN dropout_reason text COLLATE "C" NOT NULL;

ALTER TABLE program_participation
    ADD COLUMN student_key     uuid NOT NULL,
    ADD COLUMN school_number   text COLLATE "C" NOT NULL,
    ADD COLUMN calendar_number text COLLATE "C" NOT NULL,
    ADD COLUMN school_year     integer NOT NULL,
    ADD COLUMN local_id        text COLLATE "C" NOT NULL,
    -- the fields that nothing counts by, as they stand in a file, with tabs between them
    ADD COLUMN other_fields    text COLLATE "C" NOT NULL;

ALTER TABLE attendance
    ADD COLUMN student_key     uuid NOT NULL,
    ADD COLUMN school_number   text COLLATE "C" NOT NULL,
    ADD COLUMN calendar_number text COLLATE "C" NOT NULL,
    ADD COLUMN school_year     integer NOT NULL;

-- What belongs to an enrollment is looked up by its place: for one student, or a thousand that changed.
CREATE INDEX program_participation_by_place ON program_participation (place);
CREATE INDEX attendance_by_place ON attendance (place);

-- Whose counted data changed, one row a batch, in the order of commits: by it every instance keeps its census equal to
-- the tables. Null stands for everybody. Old rows are dropped; whoever is further behind reads everything.
CREATE TABLE census_change (
    change_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    student_keys uuid[]
);
ALTER TABLE census_change ALTER COLUMN student_keys SET STORAGE EXTERNAL;

-- What another district last said of a student that districts share, where it differs from what is known now
CREATE TABLE student_elsewhere (
    student_key     uuid NOT NULL,
    district_number text COLLATE "C" NOT NULL,
    gender          text COLLATE "C" NOT NULL,
    birth_date      date,
    version         bigint NOT NULL,
    PRIMARY KEY (student_key, district_number)
);

-- The members of a day: students with a Primary enrollment that covers it, each once. Should two overlap for a moment,
-- because the end of the earlier one has not arrived, the later one counts.
CREATE FUNCTION members_on(day date) RETURNS TABLE (
    student_key uuid, enrollment_key uuid, place uuid, district text, school text, calendar text, school_year integer,
    grade text, first_day date, last_day date)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (e.student_key) e.student_key, e.enrollment_key, e.place, e.district_number, e.school_number,
           e.calendar_number, e.school_year, e.grade, e.first_day, e.last_day
    FROM enrollment e
    WHERE e.first_day <= day AND e.last_day >= day AND e.service_type = 'P'
    ORDER BY e.student_key, e.first_day DESC, e.enrollment_key DESC
$$;

-- A snapshot may be of one district only, may belong to a collection, and keeps the identities that extracts name.
ALTER TABLE snapshot
    ADD COLUMN district   text,
    ADD COLUMN collection text;
ALTER TABLE snapshot DROP CONSTRAINT snapshot_name_count_date_revision_key;
CREATE UNIQUE INDEX snapshot_revision ON snapshot (name, count_date, (coalesce(district, '')), revision);

ALTER TABLE snapshot_row
    ADD COLUMN state_id    text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN last_name   text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN first_name  text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN middle_name text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN suffix      text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN birth_date  date;

-- Students who were there on the count date in another way than as a member: Secondary, Special Ed Services only.
-- Extracts say of them why they are left out.
CREATE TABLE snapshot_other (
    snapshot_id  uuid NOT NULL,
    student_key  uuid NOT NULL,
    district     text COLLATE "C" NOT NULL,
    school       text COLLATE "C" NOT NULL,
    grade        text COLLATE "C" NOT NULL,
    service_type text COLLATE "C" NOT NULL,
    state_id     text COLLATE "C" NOT NULL,
    last_name    text COLLATE "C" NOT NULL,
    first_name   text COLLATE "C" NOT NULL,
    PRIMARY KEY (snapshot_id, student_key, district, school, service_type)
);
CREATE TRIGGER snapshot_other_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot_other
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_snapshot();
