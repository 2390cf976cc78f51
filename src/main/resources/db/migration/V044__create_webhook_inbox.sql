-- What Stripe told us has changed. The event itself is not kept: it holds names and mail addresses.
create table payments.inbox (
    event_id    text primary key,
    type        text        not null,
    object_id   text        not null,
    created_at  timestamptz not null,
    live        boolean     not null,
    received_at timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0,
    done_at     timestamptz,
    outcome     text
);

create index inbox_waiting on payments.inbox (due_at) where done_at is null;

-- Up to where the sweep has read Stripe's list of events.
create table payments.event_cursor (
    only_one   boolean primary key default true check (only_one),
    read_until timestamptz not null
);

grant select, insert, update on payments.inbox, payments.event_cursor to ${appRole};
