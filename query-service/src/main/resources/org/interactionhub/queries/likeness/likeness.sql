-- Who resembles whom, in tables. Run with an empty schema as the current one. Everything here is derived from the history: it
-- may be dropped at any time and is then built anew. The indexes of mark are made once it is filled.

-- What each client was compared by.
CREATE TABLE described (
    client_id       uuid PRIMARY KEY,
    told            jsonb NOT NULL
);

-- By what clients are found who may be one: hashes of what they share.
CREATE TABLE mark (
    mark            bigint NOT NULL,
    client_id       uuid NOT NULL
);

-- Who resembles whom, as the one of the smaller id sees it. Whether they were told apart or are one since, whoever reads this
-- asks the history.
CREATE TABLE pair (
    client_id       uuid NOT NULL,
    other_id        uuid NOT NULL,
    score           double precision NOT NULL,
    likeness        jsonb NOT NULL,
    PRIMARY KEY (client_id, other_id),
    CHECK (client_id < other_id)
);
CREATE INDEX pair_other ON pair (other_id);

-- The last event that is in all of it, in which build of the history, and by which rules.
CREATE TABLE reached (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position        bigint NOT NULL,
    build           bigint NOT NULL,
    rules           text NOT NULL
);
