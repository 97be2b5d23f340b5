-- What the command side keeps beside the log: written in the transaction of the facts it belongs to.

create table intake.dead_letter (
    id              uuid primary key,
    report_id       uuid,
    channel         text        not null,
    account         text        not null,
    received_at     timestamptz not null,
    topic           text        not null,
    topic_id        text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    raw             bytea       not null,
    kind            text        not null check (kind in ('unreadable', 'refused')),
    reason_code     text        not null,
    sentence        text        not null,
    attempts        int         not null default 1,
    last_attempt_at timestamptz not null,
    state           text        not null default 'open' check (state in ('open', 'redriven')),
    unique (topic_id, partition, record_offset)
);
create index dead_letter_open on intake.dead_letter (received_at desc, id desc) where state = 'open';
create index dead_letter_report on intake.dead_letter (report_id);

create table intake.account_ledger (
    channel          text        not null,
    account          text        not null,
    received         bigint      not null,
    recorded         bigint      not null,
    duplicate        bigint      not null,
    dead_lettered    bigint      not null,
    refused          bigint      not null,
    last_received_at timestamptz not null,
    primary key (channel, account),
    check (received = recorded + duplicate + dead_lettered + refused)
) with (fillfactor = 50);

-- every contact that a report told of, so that a command about one that does not exist can be refused
create table intake.interaction (
    interaction_id uuid primary key,
    first_position bigint not null
);
