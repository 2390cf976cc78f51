create schema outbox;
grant usage on schema outbox to "${appRole}";

-- What happened, told to whoever follows it. Events are called by the names that they declare, with a version, so that
-- a class can be renamed or moved; they stay, so that a handler that is new gets its past.
create table outbox.event (
    id          bigint generated always as identity primary key,
    stream      text        not null,
    type        text        not null,
    body        jsonb       not null,
    appended_at timestamptz not null
);

-- What became of single streams is asked for all the time.
create index event_by_stream on outbox.event (stream, id);

grant select, insert on outbox.event to "${appRole}";

-- An event on its way to one handler. A module follows a stream with a handler for each kind of event, named
-- "module.step". What has happened first must reach the module first, whichever of its handlers it is for. What a
-- handler can't take for days waits for staff, and what follows it in its stream waits behind it.
create table outbox.delivery (
    event_id  bigint      not null references outbox.event,
    handler   text        not null,
    module    text        not null generated always as (split_part(handler, '.', 1)) stored,
    stream    text        not null,
    due_at    timestamptz not null,
    since     timestamptz not null,
    attempts  integer     not null default 0,
    failure   text,
    parked_at timestamptz,
    done_at   timestamptz,
    primary key (event_id, handler),
    constraint parked_for_a_reason check (parked_at is null or failure is not null)
);

create index delivery_waiting on outbox.delivery (event_id, handler) where done_at is null;
create index delivery_order on outbox.delivery (module, stream, event_id, handler) where done_at is null;
create index delivery_waiting_by_stream on outbox.delivery (stream) where done_at is null;
create index delivery_parked on outbox.delivery (parked_at) where parked_at is not null;
create index delivery_done on outbox.delivery (done_at) where done_at is not null;

grant select, insert, update on outbox.delivery to "${appRole}";

-- Deliveries that are long done leave the table that is asked for work all the time. Whatever time the application
-- says, what was done within the last week stays.
create function outbox.delete_done(before timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$
    delete from outbox.delivery where done_at < least(before, now() - interval '7 days');
$$;

revoke all on function outbox.delete_done(timestamptz) from public;
grant execute on function outbox.delete_done(timestamptz) to "${appRole}";

-- Which handlers there were, so that one that is new gets its past once, and a projection of a higher version all of it
-- again.
create table outbox.handler (
    name        text        primary key,
    version     integer     not null,
    enrolled_at timestamptz not null
);

grant select, insert, update on outbox.handler to "${appRole}";
