-- The history from the log, written by hand for facts of three kinds: what a person would type who knows them. The ids that
-- the hub derives from addresses and conversations lie in table known.

INSERT INTO interaction_fact (position, interaction_id, event, channel, account, direction, occurred_at, recorded_at,
    conversation, subject, text, reply, attributes, attachments, participants, stated, reader, by_machine)
SELECT e.position, f."interactionId", 'interaction-recorded', h.channel, h.account, h.direction, h."occurredAt",
    e.recorded_at, h.conversation, h.subject, h.text, h.reply, coalesce(h.attributes, '{}'),
    coalesce(h.attachments, '[]'), coalesce(h.participants, '[]'), coalesce(h.stated, '[]'),
    (h.reader ->> 'name') || '/' || (h.reader ->> 'version'), false
FROM store.event e
JOIN store.event_type t ON t.id = e.type AND t.name = 'interaction-recorded/1',
    jsonb_to_record(convert_from(e.payload, 'UTF8')::jsonb) AS f ("interactionId" uuid, heard jsonb),
    jsonb_to_record(f.heard) AS h (channel text, account text, direction text, "occurredAt" timestamptz,
        conversation text, subject text, text text, reply text, attributes jsonb, attachments jsonb,
        participants jsonb, stated jsonb, reader jsonb);

INSERT INTO interaction (interaction_id, occurred_at, telling, channel, direction, thread, position)
SELECT f.interaction_id, f.occurred_at, 3, f.channel, f.direction, k.id, f.position
FROM interaction_fact f LEFT JOIN known k ON k.kind = 'thread' AND k.name = f.conversation;

INSERT INTO participant (interaction_id, contact_point_id, occurred_at, happened, channel, direction, roles, position)
SELECT f.interaction_id, k.id, f.occurred_at, true, f.channel, f.direction, ARRAY[p.role], f.position
FROM interaction_fact f, jsonb_to_recordset(f.participants) AS p (role text, type text, value text)
JOIN known k ON k.kind = p.type AND k.name = p.value;

INSERT INTO contact_point (contact_point_id, type, value, position)
SELECT k.id, k.kind, k.name, p.position
FROM (SELECT contact_point_id, min(position) AS position FROM participant GROUP BY contact_point_id) p
JOIN known k ON k.id = p.contact_point_id;

INSERT INTO client (client_id, head_id, kind, name, registered_at, position)
SELECT f."clientId", f."clientId", f.kind, f.name, e.occurred_at, e.position
FROM store.event e JOIN store.event_type t ON t.id = e.type AND t.name = 'client-registered/1',
    jsonb_to_record(convert_from(e.payload, 'UTF8')::jsonb) AS f ("clientId" uuid, kind text, name text);

INSERT INTO client_identity (client_id, head_id, from_position) SELECT client_id, client_id, position FROM client;

INSERT INTO contact_point_link (contact_point_id, client_id, method, evidence, valid_from, valid_to, linked_at,
    from_position)
SELECT k.id, c.client_id, 'stand-in', NULL::uuid, '-infinity'::timestamptz, 'infinity'::timestamptz, e.recorded_at, c.position
FROM client c JOIN store.event e USING (position)
JOIN known k ON k.kind = 'stand-in' AND k.name = c.client_id::text
UNION ALL
SELECT e.stream, f."clientId", f.method, f.evidence, '-infinity'::timestamptz, 'infinity'::timestamptz, e.recorded_at, e.position
FROM store.event e JOIN store.event_type t ON t.id = e.type AND t.name = 'contact-point-linked/1',
    jsonb_to_record(convert_from(e.payload, 'UTF8')::jsonb) AS f ("clientId" uuid, method text, evidence uuid);

UPDATE client c SET last_at = n.last_at
FROM (SELECT l.client_id, max(p.occurred_at) AS last_at
      FROM contact_point_link l JOIN participant p USING (contact_point_id) GROUP BY l.client_id) n
WHERE n.client_id = c.client_id;

INSERT INTO account_facts (channel, account, facts)
SELECT channel, account, count(*) FROM interaction_fact GROUP BY channel, account;
