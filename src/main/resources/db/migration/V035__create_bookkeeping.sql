create schema bookkeeping;

-- Every line of Stripe's balance that moved a payment's money, in the order of booking. What no lot could give or take
-- is in excess: a dispute may take more than was paid.
create table bookkeeping.movement (
    source   text        primary key references ledger.entry (source),
    payment  uuid        not null,
    no       integer     not null check (no >= 0),
    kind     text        not null check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILED', 'DISPUTE')),
    subject  uuid        not null,
    yen      bigint      not null,
    fee      bigint      not null,
    excess   bigint      not null,
    policy   integer     references impact.allocation_policy,
    moved_at timestamptz not null,
    unique (payment, no),
    constraint charge_comes_first check ((no = 0) = (kind = 'CHARGE')),
    constraint charge_follows_a_policy check ((kind = 'CHARGE') = (policy is not null)),
    constraint charge_has_no_excess check (kind <> 'CHARGE' or excess = 0)
);

create index movement_subject on bookkeeping.movement (subject);

-- A lot comes with the charge and changes with each later movement.
create table bookkeeping.lot_change (
    source text   not null references bookkeeping.movement,
    kind   text   not null
        check (kind in ('SALE_FEE', 'GIFT_FEE', 'TAX', 'SHIPPING', 'COSTS', 'PROFIT', 'GIFT')),
    fund   text   references ledger.fund check ((fund is null) = (kind = 'TAX')),
    yen    bigint not null check (yen <> 0),
    unique nulls not distinct (source, kind, fund)
);

create view bookkeeping.lot as
select m.payment, m.subject, c.kind, c.fund, cast(sum(c.yen) as bigint) as yen
from bookkeeping.lot_change c join bookkeeping.movement m on m.source = c.source
group by m.payment, m.subject, c.kind, c.fund;

grant usage on schema bookkeeping to ${appRole};
grant select, insert on bookkeeping.movement, bookkeeping.lot_change to ${appRole};
grant select on bookkeeping.lot to ${appRole};
