-- What a view may read: each relation as it was known at position :position of the log. All tables behind them are the
-- history's; what people wrote, their names and their addresses are not among them. docs/views.md tells the same.

-- relation interaction_fact
-- column position bigint
-- column interaction_id uuid
-- column event text
-- column channel text
-- column direction text
-- column account text
-- column occurred_at timestamptz
-- column recorded_at timestamptz
-- column actor text
-- column step text
SELECT f.position, f.interaction_id, f.event, f.channel, f.direction, f.account, f.occurred_at, f.recorded_at, f.actor,
    CASE WHEN f.channel = 'phone' THEN f.attributes ->> 'event' END AS step
FROM history.interaction_fact f
WHERE f.position <= :position

-- The same fold as a timeline's: the contact itself, a step of it, a plan, a note; of several the earliest.
-- relation interaction folded
-- column interaction_id uuid
-- column channel text
-- column direction text
-- column account text
-- column state text
-- column occurred_at timestamptz
-- column recorded_at timestamptz
-- column answered boolean
-- column answered_at timestamptz
-- column talk_seconds bigint
-- column campaign text
-- column deleted boolean
-- column by_machine boolean
-- column position bigint
SELECT c.interaction_id, c.channel, c.direction, c.account, c.state, c.occurred_at, c.recorded_at,
    c.answered_at IS NOT NULL AND c.channel = 'phone' AS answered,
    CASE WHEN c.channel = 'phone' THEN c.answered_at END AS answered_at,
    CASE WHEN c.channel = 'phone' THEN coalesce(c.talk,
        greatest(0, floor(extract(epoch FROM c.over_at - c.answered_at)))::bigint) END AS talk_seconds,
    c.campaign, c.deleted, c.by_machine, c.position
FROM (
    SELECT f.interaction_id,
        (array_agg(f.channel ORDER BY f.distance, f.position))[1] AS channel,
        coalesce((array_agg(f.direction ORDER BY f.distance, f.position))[1], 'internal') AS direction,
        (array_agg(f.account ORDER BY f.distance, f.position))[1] AS account,
        (array_agg(f.occurred_at ORDER BY f.distance, f.position))[1] AS occurred_at,
        min(f.recorded_at) AS recorded_at,
        CASE WHEN bool_or(f.event = 'interaction-held') THEN 'held'
            WHEN bool_or(f.event = 'interaction-cancelled') THEN 'cancelled'
            WHEN bool_or(f.event = 'interaction-missed') THEN 'missed'
            WHEN bool_or(f.event = 'interaction-planned') THEN 'planned'
            ELSE 'recorded' END AS state,
        min(f.occurred_at) FILTER (WHERE f.attributes ->> 'event' = 'answer'
            OR f.attributes ->> 'answered' = 'true' OR f.event = 'interaction-held') AS answered_at,
        max(f.occurred_at) FILTER (WHERE f.attributes ->> 'event' = 'hangup') AS over_at,
        max(CASE WHEN jsonb_typeof(f.attributes -> 'talkSeconds') = 'number'
            THEN floor((f.attributes ->> 'talkSeconds')::numeric)::bigint END) AS talk,
        (array_agg(f.attributes #>> '{campaign,utm_campaign}' ORDER BY f.distance, f.position))[1] AS campaign,
        bool_or(f.event = 'message-deleted') AS deleted,
        bool_or(f.by_machine) AS by_machine,
        max(f.position) AS position
    FROM (
        SELECT told.*, CASE WHEN told.channel IS NULL THEN 4
            WHEN told.event IN ('interaction-recorded', 'interaction-held') THEN 0
            WHEN told.event = 'note-added' THEN 3
            WHEN told.event = 'interaction-planned' THEN 2 ELSE 1 END AS distance
        FROM history.interaction_fact told
        WHERE told.position <= :position) f
    GROUP BY f.interaction_id) c
WHERE c.channel <> 'business'

-- Whose a contact is: the client's to whom an address in it belonged then, by the links held true at the position.
-- relation interaction_client
-- column interaction_id uuid
-- column client_id uuid
SELECT DISTINCT p.interaction_id, l.client_id
FROM history.participant p
JOIN interaction i USING (interaction_id)
JOIN history.belonging l USING (contact_point_id)
WHERE p.position <= :position AND l.from_position <= :position AND l.to_position > :position
  AND i.occurred_at >= l.valid_from AND i.occurred_at < l.valid_to

-- relation client
-- column client_id uuid
-- column kind text
-- column registered_at timestamptz
-- column position bigint
-- a client's own row moves on when she is renamed; the link to her stand-in stays where she was registered. Whoever was
-- merged into another is none
SELECT c.client_id, c.kind, c.registered_at, l.from_position AS position
FROM history.client c
JOIN history.contact_point_link l ON l.client_id = c.client_id AND l.method = 'stand-in'
JOIN history.client_identity n ON n.client_id = c.client_id AND n.head_id = c.client_id
WHERE l.from_position <= :position AND n.from_position <= :position AND n.to_position > :position

-- relation client_owner
-- column client_id uuid
-- column owner text
-- column valid_from timestamptz
-- column valid_to timestamptz
SELECT o.client_id, o.owner, o.valid_from, o.valid_to
FROM history.client_owner o
JOIN history.client_identity n ON n.client_id = o.client_id AND n.head_id = o.client_id
WHERE o.from_position <= :position AND o.to_position > :position
  AND n.from_position <= :position AND n.to_position > :position

-- relation decision
-- column position bigint
-- column interaction_id uuid
-- column decision text
-- column actor text
-- column occurred_at timestamptz
-- column recorded_at timestamptz
SELECT d.position, d.interaction_id, d.decision, d.actor, d.occurred_at, d.recorded_at
FROM history.decision d
WHERE d.position <= :position

-- relation deal
-- column position bigint
-- column interaction_id uuid
-- column client_id uuid
-- column amount numeric
-- column currency text
-- column reference text
-- column campaign text
-- column account text
-- column occurred_at timestamptz
-- column recorded_at timestamptz
SELECT b.position, b.interaction_id, (SELECT l.client_id FROM history.belonging l
        WHERE l.contact_point_id = b.contact_point_id AND l.from_position <= :position AND l.to_position > :position
          AND b.occurred_at >= l.valid_from AND b.occurred_at < l.valid_to
        ORDER BY l.from_position LIMIT 1) AS client_id,
    b.amount, b.currency, b.reference, b.campaign, b.system AS account, b.occurred_at, b.recorded_at
FROM history.booking b
WHERE b.position <= :position AND b.kind = 'deal'

-- relation payment
-- column position bigint
-- column interaction_id uuid
-- column client_id uuid
-- column amount numeric
-- column currency text
-- column reference text
-- column campaign text
-- column account text
-- column occurred_at timestamptz
-- column recorded_at timestamptz
SELECT b.position, b.interaction_id, (SELECT l.client_id FROM history.belonging l
        WHERE l.contact_point_id = b.contact_point_id AND l.from_position <= :position AND l.to_position > :position
          AND b.occurred_at >= l.valid_from AND b.occurred_at < l.valid_to
        ORDER BY l.from_position LIMIT 1) AS client_id,
    b.amount, b.currency, b.reference, b.campaign, b.system AS account, b.occurred_at, b.recorded_at
FROM history.booking b
WHERE b.position <= :position AND b.kind = 'payment'
