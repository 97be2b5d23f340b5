-- The history: what the events say, in tables. Run with an empty schema as the current one. Everything here is derived
-- from the log: it may be dropped at any time and is then built anew. Times in the world's clock are called occurred_at,
-- in the hub's clock recorded_at; position is the place in the log. Each row keeps the position it came from.

-- One row per fact about a contact, as it was told.
CREATE TABLE interaction_fact (
    position       bigint PRIMARY KEY,
    interaction_id uuid NOT NULL,
    event          text NOT NULL,
    channel        text,
    account        text,
    direction      text,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    actor          text,
    client_id      uuid,
    conversation   text,
    subject        text,
    text           text,
    reply          text,
    attributes     jsonb NOT NULL,
    attachments    jsonb NOT NULL,
    participants   jsonb NOT NULL,
    stated         jsonb NOT NULL,
    reader         text,
    by_machine     boolean NOT NULL,
    -- what was said, who took part, and their addresses, whole and in parts. Configuration russian stems Latin words as
    -- English ones; lower-casing is fixed so that the server's locale does not matter; the cuts keep the vector far below
    -- PostgreSQL's limit of 1 MB
    words          tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('russian', lower(
        left(coalesce(subject, '') || ' ' || coalesce(text, ''), 100000) || ' '
        || left(jsonb_path_query_array(participants, '$[*].name')::text || ' '
            || jsonb_path_query_array(participants || stated, '$[*] ? (@.type != "cookie").value')::text || ' '
            || translate(jsonb_path_query_array(participants || stated, '$[*] ? (@.type != "cookie").value')::text,
                '@._-+', '     '), 20000) COLLATE "pg_c_utf8"))) STORED
);
CREATE INDEX interaction_fact_interaction ON interaction_fact (interaction_id, position);
-- arrivals by words and by account: without these a rare word or account is looked for in every fact
CREATE INDEX interaction_fact_words ON interaction_fact USING gin (words);
CREATE INDEX interaction_fact_account ON interaction_fact (channel, account, position);
-- who is calling or writing right now
CREATE INDEX interaction_fact_inbound ON interaction_fact (recorded_at) WHERE direction = 'inbound';

-- what no person wrote: it neither asks nor answers
CREATE INDEX interaction_fact_machine ON interaction_fact (interaction_id) WHERE by_machine;

-- What somebody typed to find contacts, as words are to hold it. A number is found however it is joined to what stands
-- before it: PostgreSQL takes the dash of "D-1042" for a minus.
CREATE FUNCTION sought(typed text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(websearch_to_tsquery('russian', lower(typed COLLATE "pg_c_utf8"))::text,
        '''[-+/]?(\d{3,})''', '(''\1'' | ''-\1'' | ''+\1'' | ''/\1'')', 'g')::tsquery $$;

-- Contacts that hold these words, at most so many. It goes by the index of words whatever the statistics say: a word that
-- came up lately would else be looked for in every fact. No index has position + 0: that of positions is of no use here.
CREATE FUNCTION holding(wanted tsquery, until bigint, most integer) RETURNS SETOF uuid LANGUAGE sql STABLE
    SET enable_seqscan = off SET enable_indexscan = off AS $$
    SELECT interaction_id FROM interaction_fact WHERE words @@ wanted AND position + 0 <= until LIMIT most $$;

-- What was decided at contacts.
CREATE TABLE decision (
    position       bigint PRIMARY KEY,
    interaction_id uuid NOT NULL,
    decision       text NOT NULL,
    options        jsonb NOT NULL,
    reason         text,
    taken_at       bigint NOT NULL,
    actor          text,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX decision_interaction ON decision (interaction_id, position);

-- What other systems booked: kind deal, what a client agreed to buy, or payment, what she paid; a negative amount went back
-- to her. It is whose the contact point is, at occurred_at, like a contact; it is on the timeline, but no contact.
CREATE TABLE booking (
    position         bigint PRIMARY KEY,
    interaction_id   uuid NOT NULL,
    contact_point_id uuid NOT NULL,
    kind             text NOT NULL,
    system           text NOT NULL,
    amount           numeric NOT NULL,
    currency         text NOT NULL,
    reference        text NOT NULL,
    campaign         text,
    occurred_at      timestamptz NOT NULL,
    recorded_at      timestamptz NOT NULL
);
CREATE INDEX booking_point ON booking (contact_point_id, occurred_at);

-- When a contact was, by its most telling fact: 0 a note, 1 a plan, 2 a step or change of it, 3 the contact itself. thread
-- is what the message alone tells; see reply.
CREATE TABLE interaction (
    interaction_id uuid PRIMARY KEY,
    occurred_at    timestamptz NOT NULL,
    telling        smallint NOT NULL,
    channel        text NOT NULL,
    direction      text NOT NULL,
    thread         uuid,
    position       bigint NOT NULL
);
CREATE INDEX interaction_thread ON interaction (thread, direction, occurred_at) WHERE thread IS NOT NULL;

-- Into which thread a mail went, by the thread that would begin with it. Whoever answers a reply and names nothing but
-- that reply is found in the thread that way; a parent that comes late joins what had come before it.
CREATE TABLE reply (
    message        uuid PRIMARY KEY,
    thread         uuid NOT NULL,
    position       bigint NOT NULL
);
CREATE INDEX reply_thread ON reply (thread);

-- Who took part: one row per contact point and contact. Time, channel and direction repeat those of the contact, so that
-- a page of a timeline is read from one index. Contacts without an address stand under the client's stand-in.
CREATE TABLE participant (
    interaction_id   uuid NOT NULL,
    contact_point_id uuid NOT NULL,
    occurred_at      timestamptz NOT NULL,
    happened         boolean NOT NULL,
    channel          text NOT NULL,
    direction        text NOT NULL,
    roles            text[] NOT NULL,
    position         bigint NOT NULL,
    PRIMARY KEY (interaction_id, contact_point_id)
);
CREATE UNIQUE INDEX participant_timeline ON participant (contact_point_id, occurred_at DESC, interaction_id DESC)
    INCLUDE (happened, channel, direction, position);

-- a page of one channel alone
CREATE INDEX participant_channel ON participant (contact_point_id, channel, occurred_at DESC, interaction_id DESC)
    INCLUDE (happened, direction, position);

-- what is planned with somebody
CREATE INDEX participant_plan ON participant (contact_point_id, occurred_at) WHERE NOT happened;

-- Every address that was ever seen.
CREATE TABLE contact_point (
    contact_point_id uuid PRIMARY KEY,
    type             text NOT NULL,
    value            text NOT NULL,
    position         bigint NOT NULL
);
CREATE INDEX contact_point_value ON contact_point (value);

-- What a contact point says about who uses it; personal, if nothing is said here. *_position as below.
CREATE TABLE contact_point_class (
    contact_point_id uuid NOT NULL,
    class            text NOT NULL,
    reason           text,
    actor            text,
    recorded_at      timestamptz NOT NULL,
    from_position    bigint PRIMARY KEY,
    to_position      bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX contact_point_class_point ON contact_point_class (contact_point_id);

-- For whom a contact point was linked: valid_* in the world's time, *_position in the hub's knowledge (upper ends
-- exclusive). Whose it is, belonging tells.
CREATE TABLE contact_point_link (
    contact_point_id uuid NOT NULL,
    client_id        uuid NOT NULL,
    method           text NOT NULL,
    evidence         uuid,
    actor            text,
    valid_from       timestamptz NOT NULL,
    valid_to         timestamptz NOT NULL,
    linked_at        timestamptz NOT NULL,
    from_position    bigint PRIMARY KEY,
    to_position      bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX contact_point_link_client ON contact_point_link (client_id, contact_point_id);
CREATE INDEX contact_point_link_point ON contact_point_link (contact_point_id);

-- who lost an address lately
CREATE INDEX contact_point_link_ended ON contact_point_link (to_position) WHERE to_position < 9223372036854775807;

-- As whom a client counts: herself, or the one into whom she was merged. *_position as above.
CREATE TABLE client_identity (
    client_id       uuid NOT NULL,
    head_id         uuid NOT NULL,
    from_position   bigint NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (client_id, from_position),
    -- a constraint and no index, since a rebuild asks for it while it still fills the tables
    UNIQUE (head_id, client_id, from_position)
);

-- Whose a contact point is: the client's for whom it was linked, or who she counts as. One row for each stretch of the
-- log in which both hold.
CREATE VIEW belonging AS
SELECT l.contact_point_id, i.head_id AS client_id, l.method, l.valid_from, l.valid_to,
    l.linked_at, greatest(l.from_position, i.from_position) AS from_position,
    least(l.to_position, i.to_position) AS to_position
FROM contact_point_link l
JOIN client_identity i ON i.client_id = l.client_id AND i.from_position < l.to_position
    AND i.to_position > l.from_position;

-- Who was merged into whom, and until when: to_position is where it was undone.
CREATE TABLE client_merge (
    position        bigint PRIMARY KEY,
    client_id       uuid NOT NULL,
    other_id        uuid NOT NULL,
    evidence        text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807,
    undone_reason   text,
    undone_by       text,
    undone_at       timestamptz,
    UNIQUE (client_id, position)
);
CREATE INDEX client_merge_other ON client_merge (other_id);

-- Who was declared somebody else than whom, until it was withdrawn.
CREATE TABLE distinction (
    position        bigint PRIMARY KEY,
    client_id       uuid NOT NULL,
    other_id        uuid NOT NULL,
    reason          text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX distinction_client ON distinction (client_id);
CREATE INDEX distinction_other ON distinction (other_id);

-- The clients; registered_at is since when we know them, last_at their latest contact, -infinity if there was none. A note
-- among ourselves is none, nor is what was booked. head_id is as whom they count now, NULL for whoever was withdrawn with the import that
-- had registered her; whoever does not count as herself is in no list.
CREATE TABLE client (
    client_id       uuid PRIMARY KEY,
    head_id         uuid,
    kind            text NOT NULL,
    name            text NOT NULL,
    name_searched   text NOT NULL GENERATED ALWAYS AS (translate(lower(name COLLATE "pg_c_utf8"), 'ё', 'е')) STORED,
    registered_at   timestamptz NOT NULL,
    position        bigint NOT NULL,
    last_at         timestamptz NOT NULL DEFAULT '-infinity',
    withdrawn_with  uuid,
    -- counts as herself. A column, since PostgreSQL takes a condition on two for one row in two hundred
    stands          boolean NOT NULL GENERATED ALWAYS AS (head_id IS NOT DISTINCT FROM client_id) STORED
);
CREATE INDEX client_latest ON client (last_at DESC, client_id DESC) WHERE stands;
-- who counts as whom
CREATE INDEX client_head ON client (head_id);
-- who is new, was renamed or merged lately
CREATE INDEX client_position ON client (position);

-- Under which name a client was known, from which position to which.
CREATE TABLE client_name (
    client_id       uuid NOT NULL,
    name            text NOT NULL,
    from_position   bigint PRIMARY KEY,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX client_name_client ON client_name (client_id);

-- What a client is by law and where she is at home, as far as anybody said.
CREATE TABLE party (
    client_id       uuid NOT NULL,
    party           text,
    legal_name      text,
    tax_number      text,
    city            text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    from_position   bigint PRIMARY KEY,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX party_client ON party (client_id);

-- To whom a client belongs, by the ids of whoever it was said: valid_* in the world's time, *_position in the hub's
-- knowledge (upper ends exclusive). within: what passes between us and her counts as passed between us and the other.
CREATE TABLE relation (
    client_id       uuid NOT NULL,
    to_id           uuid NOT NULL,
    relation        text NOT NULL,
    within          boolean NOT NULL,
    role            text,
    actor           text,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL,
    from_position   bigint PRIMARY KEY,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX relation_client ON relation (client_id);
CREATE INDEX relation_to ON relation (to_id);

-- The same between those as whom the two count. One row for each stretch of the log in which all of it holds.
CREATE VIEW affiliation AS
SELECT m.head_id AS client_id, o.head_id AS organisation_id, r.relation, r.within, r.role, r.actor, r.valid_from,
    r.valid_to, r.recorded_at, r.from_position AS relation_position, greatest(r.from_position, m.from_position, o.from_position) AS from_position,
    least(r.to_position, m.to_position, o.to_position) AS to_position
FROM relation r
JOIN client_identity m ON m.client_id = r.client_id AND m.from_position < r.to_position
    AND m.to_position > r.from_position
JOIN client_identity o ON o.client_id = r.to_id AND o.from_position < least(r.to_position, m.to_position)
    AND o.to_position > greatest(r.from_position, m.from_position)
WHERE m.head_id <> o.head_id;

-- Where a client is met: at her own contact points and at those of everybody within her house, each for as long as all of
-- it holds in the world. As known at a position; 9223372036854775806 is now.
CREATE FUNCTION reach(asked uuid, known bigint)
RETURNS TABLE (contact_point_id uuid, client_id uuid, valid_from timestamptz, valid_to timestamptz)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE house AS (
        SELECT i.head_id AS client_id, '-infinity'::timestamptz AS valid_from, 'infinity'::timestamptz AS valid_to
        FROM client_identity i WHERE i.client_id = asked AND i.from_position <= known AND i.to_position > known
        UNION
        SELECT a.client_id, greatest(house.valid_from, a.valid_from), least(house.valid_to, a.valid_to)
        FROM house JOIN affiliation a ON a.organisation_id = house.client_id
        WHERE a.within AND a.from_position <= known AND a.to_position > known
          AND greatest(house.valid_from, a.valid_from) < least(house.valid_to, a.valid_to))
    SELECT b.contact_point_id, b.client_id, greatest(b.valid_from, house.valid_from),
        least(b.valid_to, house.valid_to)
    FROM house JOIN belonging b USING (client_id)
    WHERE b.from_position <= known AND b.to_position > known
      AND greatest(b.valid_from, house.valid_from) < least(b.valid_to, house.valid_to)
$$;

-- What was said of who looks after a client, owner NULL for nobody. valid_to infinity: until the next day that is named;
-- to_position: where the handover that said it was undone.
CREATE TABLE owner_fact (
    client_id       uuid NOT NULL,
    owner           text,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    handover_id     uuid,
    position        bigint NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (client_id, position),
    -- a constraint and no index, since a rebuild asks for it while it still fills the tables
    UNIQUE (handover_id, client_id)
);

-- Clients who changed hands together, owners NULL for nobody, valid_to infinity for good; to_position is where it was undone.
CREATE TABLE handover (
    handover_id     uuid PRIMARY KEY,
    from_owner      text,
    to_owner        text,
    clients         bigint NOT NULL,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    reason          text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    position        bigint NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807,
    undone_reason   text,
    undone_by       text,
    undone_at       timestamptz
);
-- the newest first
CREATE INDEX handover_position ON handover (position);

-- Lists of clients that were imported, their rows and what became of each, and which imports were taken back.
CREATE TABLE import (
    import_id       uuid PRIMARY KEY,
    file            text NOT NULL,
    source          text,
    rows            bigint NOT NULL,
    columns         jsonb NOT NULL,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    position        bigint NOT NULL
);
CREATE INDEX import_position ON import (position);

CREATE TABLE imported_row (
    import_id       uuid NOT NULL,
    line            bigint NOT NULL,
    name            text NOT NULL,
    verdict         text NOT NULL,
    clients         jsonb NOT NULL,
    same_as         bigint,
    linked          jsonb NOT NULL,
    remarks         jsonb NOT NULL,
    position        bigint NOT NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE import_undo (
    import_id       uuid PRIMARY KEY,
    reason          text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    position        bigint NOT NULL
);

-- Who of us looks after a client as owner_fact makes it, by name, NULL for nobody: valid_* in the world's time, *_position in the hub's knowledge
-- (upper ends exclusive). The rows known at one position do not overlap in the world's time.
CREATE TABLE client_owner (
    client_id       uuid NOT NULL,
    owner           text,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    from_position   bigint NOT NULL,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (client_id, from_position, valid_from)
);
-- whose portfolio somebody is in
CREATE INDEX client_owner_known ON client_owner (owner, client_id) WHERE to_position = 9223372036854775807;

-- Who of us said anything or looked after a client, by the name given.
CREATE TABLE colleague (
    name            text PRIMARY KEY,
    position        bigint NOT NULL
);

-- Clients who may be the same, since a report or a line of an imported list (0: none) names both; nothing follows until
-- somebody decides.
CREATE TABLE suggestion (
    position        bigint NOT NULL,
    line            bigint NOT NULL,
    client_id       uuid NOT NULL,
    other_id        uuid NOT NULL,
    evidence        uuid,
    import_id       uuid,
    PRIMARY KEY (position, line, other_id)
);
CREATE INDEX suggestion_client ON suggestion (client_id);
CREATE INDEX suggestion_other ON suggestion (other_id);

-- The same but for lists that were taken back, as known at a position.
CREATE FUNCTION suspicion(known bigint) RETURNS SETOF suggestion LANGUAGE sql STABLE AS $$
    SELECT * FROM suggestion s WHERE s.position <= known
      AND NOT EXISTS (SELECT FROM import_undo u WHERE u.import_id = s.import_id AND u.position <= known) $$;

-- How many reported facts are shown per account of ours.
CREATE TABLE account_facts (
    channel         text NOT NULL,
    account         text NOT NULL,
    facts           bigint NOT NULL,
    PRIMARY KEY (channel, account)
);

-- What our mailboxes, numbers, bots and forms are; *_position as above.
CREATE TABLE channel_account (
    channel         text NOT NULL,
    account         text NOT NULL,
    title           text,
    legal_entity    text,
    office          text,
    actor           text,
    recorded_at     timestamptz NOT NULL,
    from_position   bigint PRIMARY KEY,
    to_position     bigint NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX channel_account_name ON channel_account (channel, account);

-- The same as it is known now, for the command-service.
CREATE VIEW account_described AS
SELECT channel, account, title, legal_entity, office FROM channel_account WHERE to_position = 9223372036854775807;

-- What the ledger compares with its own sums. Others read this view, never the tables.
CREATE VIEW account_shown AS SELECT channel, account, facts AS shown FROM account_facts;

-- The last event that all these tables hold, and what they were built by.
CREATE TABLE progress (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position        bigint NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT '-infinity',
    built_by        text NOT NULL
);
