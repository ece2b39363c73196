-- What lines said that changed nothing: see the class Confirmations. A row for each file of a batch.
CREATE TABLE confirmation (
    confirmation_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    district_number  text NOT NULL,
    header_timestamp timestamp NOT NULL,
    sequence         bigint NOT NULL,
    submission_id    uuid NOT NULL,
    things           uuid[] NOT NULL,
    lines            integer[] NOT NULL
);
CREATE INDEX confirmation_newer ON confirmation (district_number, header_timestamp, sequence);
