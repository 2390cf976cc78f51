-- Plans whose payer was erased: Stripe is told to delete the customer that it made for each.
create table payments.removal (
    plan         uuid primary key references payments.plan,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    done_at      timestamptz
);

create index removal_to_send on payments.removal (due_at) where done_at is null;

grant select, insert, update (due_at, attempts, done_at) on payments.removal to ${appRole};
