create schema outbox;

create table outbox.event (
    id          bigint generated always as identity primary key,
    stream      text        not null,
    type        text        not null,
    body        jsonb       not null,
    appended_at timestamptz not null
);

create table outbox.delivery (
    event_id bigint      not null references outbox.event,
    handler  text        not null,
    stream   text        not null,
    due_at   timestamptz not null,
    attempts integer     not null default 0,
    done_at  timestamptz,
    primary key (event_id, handler)
);

create index delivery_waiting on outbox.delivery (event_id) where done_at is null;
create index delivery_order on outbox.delivery (handler, stream, event_id) where done_at is null;

grant usage on schema outbox to ${appRole};
grant select, insert on outbox.event to ${appRole};
grant select, insert, update on outbox.delivery to ${appRole};
