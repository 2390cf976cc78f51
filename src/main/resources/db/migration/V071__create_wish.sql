-- Changes of plans that were asked for, with exactly what Stripe will be told.
create table payments.wish (
    id           uuid primary key,
    number       bigint generated always as identity,
    plan         uuid        not null references payments.plan,
    kind         text        not null check (kind in
        ('TERMS', 'DAY', 'PAUSE', 'RESUME', 'STOP', 'UNDO_STOP', 'STOP_NOW', 'CARD')),
    terms        uuid references payments.plan_terms,
    parameters   jsonb       not null,
    status       text        not null check (status in ('REQUESTED', 'DONE', 'REFUSED')),
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    constraint names_its_terms check ((kind = 'TERMS') = (terms is not null))
);

create index wish_to_send on payments.wish (plan, number) where status = 'REQUESTED';

grant select, insert, update on payments.wish to ${appRole};
