-- Somebody may say from which parts a refund took: before it is booked or later, and again when that was wrong. What was
-- said last counts. Until then goods go first and the gift last.
create table bookkeeping.attribution (
    id      bigint      generated always as identity primary key,
    payment uuid        not null,
    refund  uuid        not null,
    said_by text        not null check (said_by <> ''),
    said_at timestamptz not null
);

create index attribution_payment on bookkeeping.attribution (payment);

create table bookkeeping.attribution_part (
    attribution bigint  not null references bookkeeping.attribution,
    part        text    not null check (part in ('LINE', 'SHIPPING', 'GIFT')),
    line        integer not null check (line >= 0),
    yen         bigint  not null check (yen > 0),
    primary key (attribution, part, line),
    constraint only_lines_have_positions check (line = 0 or part = 'LINE')
);

grant select, insert on bookkeeping.attribution, bookkeeping.attribution_part to ${appRole};

create view bookkeeping.said as
select a.payment, a.refund, p.part, p.line, p.yen
from bookkeeping.attribution a join bookkeeping.attribution_part p on p.attribution = a.id
where not exists (
    select from bookkeeping.attribution later
    where later.payment = a.payment and later.refund = a.refund and later.id > a.id);

grant select on bookkeeping.said to ${appRole};

-- Of which refund a movement is. When it is said of which parts it was, the lots are put right by a movement of nothing.
alter table bookkeeping.movement
    add column refund uuid,
    drop constraint movement_kind_check,
    add constraint movement_kind_check
        check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILED', 'DISPUTE', 'ATTRIBUTION')),
    add constraint only_refunds_have_refunds check (refund is null or kind in ('REFUND', 'REFUND_FAILED')),
    add constraint attribution_moves_nothing check (kind <> 'ATTRIBUTION' or (yen, fee, excess) = (0, 0, 0));

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

create or replace function bookkeeping.check_movement() returns trigger language plpgsql as
$$
begin
    perform bookkeeping.verify(new.source);
    return null;
end
$$;

-- Writes all that a line of Stripe's balance, or a decision about it, does to the books: the entry, the movement and what
-- it does to the lots. False when it was there before, and nothing was written. The only way in for the application.
create function bookkeeping.book(
    source_kind text, reference text, what text, occurred date, accounts text[], funds text[], amounts bigint[],
    of_payment uuid, number_of_it integer, of_subject uuid, moved_yen bigint, kept bigint, beyond bigint,
    by_policy integer, of_refund uuid, at timestamptz,
    parts text[], lines integer[], kinds text[], lot_funds text[], changes bigint[]
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    named   text := source_kind || ':' || reference;
    written integer;
begin
    if not ledger.book(source_kind, reference, what, occurred, accounts, funds, amounts) then
        return false;
    end if;
    if moved_yen - kept is distinct from (
        select coalesce(sum(p.yen), 0) from unnest(accounts, amounts) as p (account, yen) where p.account = 'STRIPE_BALANCE')
    then
        raise exception 'Journal entry % is not what Stripe moved', named using errcode = 'check_violation';
    end if;
    if exists (
        select from (
            select p.account, p.fund, p.yen from unnest(accounts, funds, amounts) as p (account, fund, yen)
            where p.account in ('SALES', 'DONATIONS', 'CONSUMPTION_TAX')
            union all
            select case when l.kind = 'TAX' then 'CONSUMPTION_TAX' when l.kind in ('GIFT', 'GIFT_FEE') then 'DONATIONS'
                        else 'SALES' end, l.fund, l.yen
            from unnest(kinds, lot_funds, changes) as l (kind, fund, yen)) as both_sides
        group by account, fund having sum(yen) <> 0
    ) then
        raise exception 'Journal entry % is not what its lots say', named using errcode = 'check_violation';
    end if;

    insert into bookkeeping.movement (source, payment, no, kind, subject, yen, fee, excess, policy, refund, moved_at)
    values (named, of_payment, number_of_it, what, of_subject, moved_yen, kept, beyond, by_policy, of_refund, at);
    insert into bookkeeping.lot (payment, subject, part, line, kind, fund)
    select of_payment, of_subject, c.part, c.line, c.kind, c.fund
    from unnest(parts, lines, kinds, lot_funds) with ordinality as c (part, line, kind, fund, place)
    where number_of_it = 0 order by c.place;
    insert into bookkeeping.lot_change (source, lot, yen)
    select named, l.id, c.yen
    from unnest(parts, lines, kinds, lot_funds, changes) as c (part, line, kind, fund, yen)
        join bookkeeping.lot l
            on l.payment = of_payment and (l.part, l.line, l.kind) = (c.part, c.line, c.kind)
            and l.fund is not distinct from c.fund;
    get diagnostics written = row_count;
    if written <> cardinality(changes) then
        raise exception '% changes lots that payment % does not have', named, of_payment
            using errcode = 'check_violation';
    end if;
    perform bookkeeping.verify(named);
    return true;
end
$$;

revoke all on function bookkeeping.book(
    text, text, text, date, text[], text[], bigint[], uuid, integer, uuid, bigint, bigint, bigint, integer, uuid,
    timestamptz, text[], integer[], text[], text[], bigint[]) from public;
grant execute on function bookkeeping.book(
    text, text, text, date, text[], text[], bigint[], uuid, integer, uuid, bigint, bigint, bigint, integer, uuid,
    timestamptz, text[], integer[], text[], text[], bigint[]) to ${appRole};
revoke insert on bookkeeping.movement, bookkeeping.lot, bookkeeping.lot_change from ${appRole};
