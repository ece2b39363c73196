-- The students of SD lines, as many together as the line ledger keeps: a row and an index entry for each of them cost more
-- than all the rest of a line. A segment is read and written as a whole; its text is one line of tab separated values for
-- each SD line: line, local ID, State ID, outcome. It is not compressed, as that would cost more than the room it takes.
CREATE TABLE state_id_segment (
    submission_id uuid NOT NULL,
    segment       integer NOT NULL,
    lines         integer NOT NULL,
    state_ids     bytea NOT NULL,
    PRIMARY KEY (submission_id, segment)
) WITH (toast_tuple_target = 8160);
ALTER TABLE state_id_segment ALTER COLUMN state_ids SET STORAGE EXTERNAL;
INSERT INTO state_id_segment (submission_id, segment, lines, state_ids)
SELECT submission_id, line / 1024, count(*),
    convert_to(string_agg(concat_ws(E'\t', line, translate(local_id, E'\t\n', '  '), translate(state_id, E'\t\n', '  '),
        outcome) || E'\n', '' ORDER BY line), 'UTF8')
FROM state_id GROUP BY submission_id, line / 1024;
DROP TABLE state_id;
