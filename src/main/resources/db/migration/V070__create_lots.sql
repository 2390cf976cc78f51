create schema bookkeeping;
grant usage on schema bookkeeping to "${appRole}";

-- Every line of Stripe's balance that moved a payment's money, in the order of booking. What no lot could give or take
-- is in excess: a dispute may take more than was paid. When it is said later of which parts a refund was, the lots are
-- put right by a movement of nothing.
create table bookkeeping.movement (
    source   text        primary key references ledger.entry (source),
    payment  uuid        not null,
    no       integer     not null check (no >= 0),
    kind     text        not null check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILED', 'DISPUTE', 'ATTRIBUTION')),
    subject  uuid        not null,
    yen      bigint      not null,
    fee      bigint      not null,
    excess   bigint      not null,
    policy   integer     references impact.allocation_policy,
    -- Of which refund it is.
    refund   uuid,
    moved_at timestamptz not null,
    unique (payment, no),
    constraint charge_comes_first check ((no = 0) = (kind = 'CHARGE')),
    constraint charge_follows_a_policy check ((kind = 'CHARGE') = (policy is not null)),
    constraint charge_has_no_excess check (kind <> 'CHARGE' or excess = 0),
    constraint only_refunds_have_refunds check (refund is null or kind in ('REFUND', 'REFUND_FAILED')),
    constraint attribution_moves_nothing check (kind <> 'ATTRIBUTION' or (yen, fee, excess) = (0, 0, 0))
);

create index movement_subject on bookkeeping.movement (subject);

-- A lot belongs to a part of what was paid: a line of the order, shipping, or the gift. The ids count in the order in
-- which lots came in; within a payment, in the order of their parts, kinds and funds.
create table bookkeeping.lot (
    id      bigint  generated always as identity primary key,
    payment uuid    not null,
    subject uuid    not null,
    part    text    not null check (part in ('LINE', 'SHIPPING', 'GIFT')),
    -- The position of the order's line, from 0; 0 for what is no line.
    line    integer not null check (line >= 0),
    kind    text    not null
        check (kind in ('SALE_FEE', 'GIFT_FEE', 'TAX', 'SHIPPING', 'COSTS', 'PROFIT', 'GIFT')),
    fund    text    references ledger.fund check ((fund is null) = (kind = 'TAX')),
    constraint only_lines_have_positions check (line = 0 or part = 'LINE'),
    constraint gifts_bear_fees_only check ((part = 'GIFT') = (kind in ('GIFT_FEE', 'GIFT'))),
    unique nulls not distinct (payment, part, line, kind, fund)
);

create index lot_subject on bookkeeping.lot (subject);
create index lot_fund on bookkeeping.lot (fund, id);

-- A lot comes with the charge and changes with each later movement.
create table bookkeeping.lot_change (
    source text   not null references bookkeeping.movement,
    lot    bigint not null references bookkeeping.lot,
    yen    bigint not null check (yen <> 0),
    primary key (lot, source)
);

create index lot_change_source on bookkeeping.lot_change (source);

grant select on bookkeeping.movement, bookkeeping.lot, bookkeeping.lot_change to "${appRole}";

-- What is left of each lot.
create view bookkeeping.lot_left as
select l.id, l.payment, l.subject, l.part, l.line, l.kind, l.fund, cast(sum(c.yen) as bigint) as yen
from bookkeeping.lot l join bookkeeping.lot_change c on c.lot = l.id
group by l.id;

grant select on bookkeeping.lot_left to "${appRole}";

-- The changes of the lots add up to the money that moved, to the yen, and no lot is overdrawn or grows beyond what came
-- in; no movement touches the lots of another payment.
create function bookkeeping.verify(named text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    moved   bookkeeping.movement;
    changed numeric;
begin
    select * into moved from bookkeeping.movement where source = named;
    select coalesce(sum(c.yen), 0) into changed
    from bookkeeping.lot_change c join bookkeeping.lot l on l.id = c.lot
    where c.source = named and l.payment = moved.payment and l.subject = moved.subject;
    if changed + moved.excess <> moved.yen then
        raise exception 'Lots of % change by % yen, not by %', named, changed, moved.yen - moved.excess
            using errcode = 'check_violation';
    end if;
    if exists (
        select from bookkeeping.lot l
            join bookkeeping.lot_change c on c.lot = l.id
            join bookkeeping.movement m on m.source = c.source
        where l.payment = moved.payment
        group by l.id
        having sum(c.yen) < 0 or sum(c.yen) > coalesce(sum(c.yen) filter (where m.kind = 'CHARGE'), 0)
    ) then
        raise exception 'A lot of payment % leaves its bounds', moved.payment using errcode = 'check_violation';
    end if;
end
$$;

create function bookkeeping.check_movement() returns trigger language plpgsql as
$$
begin
    perform bookkeeping.verify(new.source);
    return null;
end
$$;

create constraint trigger movement_is_conserved after insert on bookkeeping.movement
    deferrable initially deferred for each row execute function bookkeeping.check_movement();
create constraint trigger lots_are_conserved after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_movement();

-- No statement claims more than the lots that its outcome's fund still has of its own payments.
create function bookkeeping.check_cover() returns trigger language plpgsql as
$$
declare
    claimant uuid;
begin
    if tg_table_name = 'statement' then
        claimant := to_jsonb(new) ->> 'subject';
    else
        select subject into claimant from bookkeeping.movement where source = to_jsonb(new) ->> 'source';
    end if;
    if exists (
        select from impact.statement s
        where s.subject = claimant
          and s.funded_yen > (
            select coalesce(sum(l.yen), 0) from bookkeeping.lot_left l
            where l.subject = s.subject and l.fund = s.fund and l.kind in ('PROFIT', 'GIFT'))
    ) then
        raise exception 'Statement % claims more than its lots cover', claimant using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger statement_is_covered after insert or update on impact.statement
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
create constraint trigger lots_cover_statement after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
