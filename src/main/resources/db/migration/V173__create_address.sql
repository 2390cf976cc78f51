-- Plans whose payer is reached by another mail address: Stripe is told to write to that one. The address itself is in
-- the vault. Each new one is another round, so that what comes of the one before doesn't count for it.
create table payments.address (
    plan         uuid primary key references payments.plan,
    round        integer     not null default 1,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    done_at      timestamptz
);

create index address_to_send on payments.address (due_at) where done_at is null;

grant select, insert, update (round, due_at, attempts, done_at) on payments.address to ${appRole};
