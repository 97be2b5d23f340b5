-- What the command side tells about itself. Others read these views and never a table: a view is a contract, to which
-- columns may be added, and from which none is taken away.

create index dead_letter_received on intake.dead_letter (received_at desc, id desc);

-- How each process that follows the topic fares; told every second, so that silence tells too.
create table intake.listener (
    id             uuid primary key,
    state          text        not null check (state in ('listening', 'waiting', 'refused', 'stopped')),
    sentence       text        not null,
    partitions     int         not null,
    position       bigint      not null,
    waiting        bigint      not null,
    millis_behind  bigint      not null,
    per_second     bigint      not null,
    told_at        timestamptz not null
) with (fillfactor = 50);

create view intake.dead_letter_shown as
    select id, report_id, channel, account, received_at, topic, partition, record_offset, kind, reason_code, sentence,
           attempts, last_attempt_at, state, octet_length(raw)::bigint as size, raw
    from intake.dead_letter;

create view intake.account_balance as
    select channel, account, received, recorded, duplicate, dead_lettered, refused, last_received_at
    from intake.account_ledger;

-- position and head count records over all partitions that the process holds.
create view intake.intake_progress as
    select id, state, sentence, partitions, position, position + waiting as head, waiting as behind, millis_behind,
           per_second, told_at
    from intake.listener;

grant usage on schema intake to hub_query;
grant select on intake.dead_letter_shown, intake.account_balance, intake.intake_progress to hub_query;
