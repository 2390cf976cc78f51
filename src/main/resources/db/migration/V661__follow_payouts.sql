-- What Stripe sent to the bank, or took from it where it is below zero. One that failed may have looked as if it had
-- arrived.
create table payments.payout (
    id         text        primary key,
    yen        bigint      not null,
    status     text        not null,
    -- Only of payouts that Stripe makes by itself it tells the lines.
    automatic  boolean     not null,
    failure    text,
    created_at timestamptz not null,
    arrives_on date        not null,
    -- When its lines were all known.
    listed_at  timestamptz
);

create index payout_created on payments.payout (created_at, id);

grant select, insert, update on payments.payout to "${appRole}";

insert into outbox.work (kind, key, due_at, since) values ('payments.balance', 'stripe', now(), now());
