-- A lot is a row with an id, and belongs to a part of what was paid: a line of the order, shipping, or the gift. Nobody
-- runs the shop yet, so nothing is carried over.
drop view bookkeeping.lot;
drop table bookkeeping.lot_change;

-- The ids count in the order in which lots came in; within a payment, in the order of their parts, kinds and funds.
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

-- What is left of each lot.
create view bookkeeping.lot_left as
select l.id, l.payment, l.subject, l.part, l.line, l.kind, l.fund, cast(sum(c.yen) as bigint) as yen
from bookkeeping.lot l join bookkeeping.lot_change c on c.lot = l.id
group by l.id;

grant select, insert on bookkeeping.lot, bookkeeping.lot_change to ${appRole};
grant select on bookkeeping.lot_left to ${appRole};

-- The changes of the lots add up to the money that moved, to the yen, and no lot is overdrawn or grows beyond what came
-- in; no movement touches the lots of another payment.
create or replace function bookkeeping.check_movement() returns trigger language plpgsql as
$$
declare
    moved   bookkeeping.movement;
    changed numeric;
begin
    select * into moved from bookkeeping.movement where source = new.source;
    select coalesce(sum(c.yen), 0) into changed
    from bookkeeping.lot_change c join bookkeeping.lot l on l.id = c.lot
    where c.source = new.source and l.payment = moved.payment and l.subject = moved.subject;
    if changed + moved.excess <> moved.yen then
        raise exception 'Lots of % change by % yen, not by %', new.source, changed, moved.yen - moved.excess
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
    return null;
end
$$;

create or replace function bookkeeping.check_cover() returns trigger language plpgsql as
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

create constraint trigger lots_are_conserved after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_movement();

create constraint trigger lots_cover_statement after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
