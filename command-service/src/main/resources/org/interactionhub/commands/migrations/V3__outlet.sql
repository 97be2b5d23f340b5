-- How far the facts of the log are published. Its one row is held by whoever publishes.
create table intake.outlet (
    only_row boolean primary key default true check (only_row),
    position bigint      not null,
    told_at  timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

insert into intake.outlet (position) values (0);
