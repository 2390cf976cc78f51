-- What Stripe told us has changed. The event itself is not kept: it holds names and mail addresses.
create table payments.inbox (
    event_id    text        primary key,
    type        text        not null,
    object_id   text        not null,
    created_at  timestamptz not null,
    live        boolean     not null,
    received_at timestamptz not null,
    done_at     timestamptz,
    outcome     text
);

-- Up to where the sweep has read Stripe's list of events.
create table payments.event_cursor (
    only_one   boolean     primary key default true check (only_one),
    read_until timestamptz not null
);

grant select, insert, update on payments.inbox, payments.event_cursor to "${appRole}";

-- What Stripe tells is read again and again, by whichever node takes the turn.
insert into outbox.work (kind, key, due_at, since)
values ('payments.news', 'stripe', now(), now()), ('payments.events', 'stripe', now(), now());
