-- The stable names of events. Filled by code, under the gate.
CREATE TABLE event_type (
    id   smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- position: contiguous, the only order. (stream, version): optimistic lock and memory of repeats in one.
-- payload, metadata: JSON as written, never jsonb, never re-serialised.
CREATE TABLE event (
    position    bigint PRIMARY KEY,
    stream      uuid NOT NULL,
    version     integer NOT NULL,
    type        smallint NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload     bytea NOT NULL,
    metadata    bytea NOT NULL,
    UNIQUE (stream, version)
);

-- Messages as they arrived, beside the event at their position. Partitions are made ahead by code and may be dropped.
-- variant: came under the same report id as the first one, with other bytes. bytes: null if they lie in a file.
CREATE TABLE original (
    position     bigint NOT NULL,
    sha256       bytea NOT NULL,
    content_type text NOT NULL,
    size         bigint NOT NULL,
    bytes        bytea,
    variant      boolean NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (position, sha256)
) PARTITION BY RANGE (position);

-- One row, never updated: SELECT ... FOR UPDATE of it is the appender's lock.
CREATE TABLE append_gate (
    gate boolean PRIMARY KEY DEFAULT true CHECK (gate)
);

INSERT INTO append_gate DEFAULT VALUES;

-- How far each topic was read; changed in the transaction that appends what was read.
CREATE TABLE kafka_offset (
    topic       text NOT NULL,
    topic_id    text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic_id, partition)
) WITH (fillfactor = 50);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        ALTER TABLE event ALTER COLUMN payload SET COMPRESSION lz4;
        ALTER TABLE original ALTER COLUMN bytes SET COMPRESSION lz4;
    END IF;
END
$$;

-- Even its owner appends and does nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON event, event_type FROM CURRENT_USER;
