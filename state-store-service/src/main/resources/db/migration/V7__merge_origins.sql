-- What was one student's before it came to another by a merge keeps its origin, so that merges can be undone in any order: a
-- thing belongs to whoever its origin's State ID leads to.
DROP TABLE merged_item;
CREATE TABLE merged_thing (
    kind   text NOT NULL,
    item   text NOT NULL,
    origin uuid NOT NULL REFERENCES student,
    -- A record that a merge took out of the view, whole.
    record jsonb,
    PRIMARY KEY (kind, item)
);
CREATE INDEX merged_thing_origin ON merged_thing (origin);

-- Who a merged student is by own lines; the row of a survivor may tell what came from another.
ALTER TABLE student_merge DROP COLUMN survivor_before;
CREATE TABLE own_identity (
    student_key uuid PRIMARY KEY REFERENCES student,
    identity    jsonb NOT NULL
);
