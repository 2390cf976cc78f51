create schema payments;

create table payments.payment (
    id              uuid primary key,
    purpose         text        not null,
    payer           uuid        not null,
    status          text        not null check (status in
        ('REQUESTED', 'OPEN', 'AWAITING', 'SETTLED', 'EXPIRED', 'FAILED', 'CANCELLED', 'HELD')),
    amount          bigint      not null check (amount between 50 and 99999999),
    -- What was really received. Only the whole sum settles a payment.
    captured        bigint,
    attempt         integer     not null default 1,
    requested_at    timestamptz not null,
    expires_at      timestamptz not null,
    -- When Stripe was first asked to open a session: from then on it may know of this payment.
    tried_at        timestamptz,
    cancel_asked_at timestamptz,
    -- When the sweep asks Stripe about it; null once it has ended.
    check_at        timestamptz,
    session         text unique,
    intent          text unique,
    method          text,
    instructions    text,
    pay_by          timestamptz,
    settled_at      timestamptz,
    held_for        text,
    constraint settled_in_full check (
        (status = 'SETTLED') = (captured is not null) and (captured is null or captured = amount)),
    constraint held_for_a_reason check ((status = 'HELD') = (held_for is not null))
);

create index payment_to_check on payments.payment (check_at) where check_at is not null;
create index payment_purpose on payments.payment (purpose);

grant usage on schema payments to ${appRole};
grant select, insert, update on payments.payment to ${appRole};
