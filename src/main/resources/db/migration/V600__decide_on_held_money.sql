-- What is held until somebody decides: money that came on a page, or by an invoice, and is not what was asked for; and
-- plans that did not begin. The id is made of what Stripe calls the page or the invoice, so that each is here once.
create table payments.hold (
    id         uuid        primary key,
    payment    uuid        references payments.payment,
    plan       uuid        references payments.plan,
    reason     text        not null check (reason in ('AMOUNT', 'CURRENCY', 'MODE', 'SECOND_SESSION')),
    -- Where it is found at Stripe, as far as that is known.
    session    text,
    intent     text,
    -- What came, in the smallest unit of its currency, and how: null as long as nothing did.
    amount     bigint,
    currency   text,
    method     text,
    -- Its line of Stripe's balance, where that is in yen of our own account.
    line       text,
    -- Yen of it that have become the payment, since somebody accepted it.
    taken      bigint      not null default 0 check (taken >= 0),
    state      text        not null check (state in ('OPEN', 'ACCEPTED', 'RETURNED')),
    held_at    timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    constraint of_a_payment_or_a_plan check ((payment is null) <> (plan is null)),
    constraint decided_by_somebody check (
        (decided_at is null) = (decided_by is null) and (state = 'OPEN' or decided_at is not null)),
    constraint takes_what_came check (taken <= coalesce(amount, 0))
);

create index hold_open on payments.hold (held_at, id) where state = 'OPEN';
create index hold_decided on payments.hold (decided_at desc, id desc) where state <> 'OPEN';
create unique index hold_session on payments.hold (session) where session is not null;
create index hold_payment on payments.hold (payment) where payment is not null;
create unique index hold_plan on payments.hold (plan) where plan is not null;

grant select, insert, update on payments.hold to "${appRole}";

insert into payments.hold (id, payment, reason, session, intent, amount, currency, line, state, held_at)
select p.id, p.id, p.held_for, p.session, p.intent, m.amount, case when m.amount is not null then 'jpy' end,
    m.balance_transaction, 'OPEN', coalesce(m.moved_at, p.requested_at)
from payments.payment p
    left join lateral (
        select * from payments.movement m where m.payment = p.id and m.kind = 'HELD' and m.amount > 0
        order by m.moved_at limit 1) m on true
where p.status = 'HELD';

insert into payments.hold (id, plan, reason, session, state, held_at)
select id, id, held_for, session, 'OPEN', requested_at from payments.plan where status = 'HELD';

-- A refund of money that is held is of no settled payment: it must fit into what came and was not accepted.
alter table payments.refund add column hold uuid references payments.hold;

create index refund_hold on payments.refund (hold) where hold is not null;

create or replace function payments.refunds_fit() returns trigger language plpgsql as $$
declare
    received bigint;
    given    bigint;
begin
    if new.hold is not null then
        select amount - taken into received from payments.hold where id = new.hold for update;
        select coalesce(sum(amount), 0) into given from payments.refund
        where hold = new.hold and status not in ('FAILED', 'REFUSED');
    else
        select captured into received from payments.payment where id = new.payment for update;
        select coalesce(sum(amount), 0) into given from payments.refund
        where payment = new.payment and hold is null and status not in ('FAILED', 'REFUSED')
          and (new.stripe_id is null or stripe_id is not null);
    end if;
    if given > coalesce(received, 0) then
        raise exception 'refunds of % exceed what was received', new.payment using errcode = 'check_violation';
    end if;
    return null;
end
$$;
