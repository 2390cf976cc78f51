create schema payments;
grant usage on schema payments to "${appRole}";

create table payments.payment (
    id              uuid        primary key,
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
    -- Stripe does not take the payer's mail address; its page asks for another.
    address_refused boolean     not null default false,
    session         text        unique,
    intent          text        unique,
    method          text,
    instructions    text,
    pay_by          timestamptz,
    -- When the payer was told that the code lapses the day after; once.
    reminded_at     timestamptz,
    settled_at      timestamptz,
    held_for        text,
    -- A payment that no session was opened for: an invoice of a plan was paid.
    plan            uuid,
    invoice         text        unique,
    constraint settled_in_full check (
        (status = 'SETTLED') = (captured is not null) and (captured is null or captured = amount)),
    constraint held_for_a_reason check ((status = 'HELD') = (held_for is not null)),
    constraint made_by_an_invoice check ((plan is null) = (invoice is null))
);

create index payment_purpose on payments.payment (purpose);
create index payment_open on payments.payment (tried_at) where status in ('REQUESTED', 'OPEN', 'AWAITING');
create index payment_awaiting on payments.payment (pay_by) where status = 'AWAITING' and reminded_at is null;
create index payment_plan on payments.payment (plan) where plan is not null;

grant select, insert, update on payments.payment to "${appRole}";

-- Each line of Stripe's balance that belongs to a payment, once. Held is money that came but isn't the sum asked for,
-- came on another page, or for a purpose that nobody knows.
create table payments.movement (
    balance_transaction text        primary key,
    payment             uuid        not null references payments.payment,
    kind                text        not null check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILURE', 'DISPUTE', 'HELD')),
    object              text        not null,
    amount              bigint      not null,
    fee                 bigint      not null,
    moved_at            timestamptz not null
);

create unique index movement_one_charge on payments.movement (payment) where kind = 'CHARGE';
create index movement_payment on payments.movement (payment);

grant select, insert on payments.movement to "${appRole}";

-- Who paid at a store has to name an account for a refund. A refund that waits or is on its way is asked about again
-- and again: it may come back.
create table payments.refund (
    id           uuid        primary key,
    payment      uuid        not null references payments.payment,
    stripe_id    text        unique,
    amount       bigint      not null check (amount > 0),
    status       text        not null check (status in
        ('REQUESTED', 'NEEDS_ACCOUNT', 'PENDING', 'SUCCEEDED', 'FAILED', 'REFUSED')),
    requested_at timestamptz not null,
    -- Until when the account has to be named.
    needed_by    timestamptz,
    constraint known_to_stripe check (status in ('REQUESTED', 'REFUSED') or stripe_id is not null)
);

create index refund_payment on payments.refund (payment);

grant select, insert, update on payments.refund to "${appRole}";

-- A refund that we ask for must fit into what is left. One that Stripe has made is a fact and counts
-- against other facts only: it may cross a request of ours, which Stripe then refuses.
create function payments.refunds_fit() returns trigger language plpgsql as $$
declare
    received bigint;
    given    bigint;
begin
    select captured into received from payments.payment where id = new.payment for update;
    select coalesce(sum(amount), 0) into given from payments.refund
    where payment = new.payment and status not in ('FAILED', 'REFUSED')
      and (new.stripe_id is null or stripe_id is not null);
    if given > coalesce(received, 0) then
        raise exception 'refunds of % exceed what was received', new.payment using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger refunds_fit after insert or update on payments.refund
    for each row execute function payments.refunds_fit();

create table payments.dispute (
    stripe_id text        primary key,
    payment   uuid        not null references payments.payment,
    amount    bigint      not null,
    state     text        not null check (state in ('OPEN', 'WON', 'LOST')),
    opened_at timestamptz not null
);

create index dispute_payment on payments.dispute (payment);

grant select, insert, update on payments.dispute to "${appRole}";
