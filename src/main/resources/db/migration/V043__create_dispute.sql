create table payments.dispute (
    stripe_id text primary key,
    payment   uuid        not null references payments.payment,
    amount    bigint      not null,
    state     text        not null check (state in ('OPEN', 'WON', 'LOST')),
    opened_at timestamptz not null
);

create index dispute_payment on payments.dispute (payment);

grant select, insert, update on payments.dispute to ${appRole};
