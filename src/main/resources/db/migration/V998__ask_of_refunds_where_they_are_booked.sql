-- Staff are asked what a refund was of by the function that books it. It was a trigger that looked at all new lines at
-- once, which not every database has (infra/postgresql-features.md).
create function bookkeeping.ask_of_refund(named text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    moved bookkeeping.movement;
begin
    select * into moved from bookkeeping.movement m where m.source = named;
    if moved.kind = 'CHARGE' then
        return;
    end if;
    if moved.kind = 'REFUND' and moved.refund is not null
        and not exists (
            select from bookkeeping.attribution a where a.payment = moved.payment and a.refund = moved.refund)
        and (select count(distinct (l.part, l.line)) from bookkeeping.lot l where l.payment = moved.payment) > 1
    then
        insert into bookkeeping.unsaid (refund, payment, yen, moved_at, asked)
        values (moved.refund, moved.payment, -moved.yen, moved.moved_at, true) on conflict do nothing;
    end if;
    update bookkeeping.unsaid set asked = (
        select coalesce(sum(l.yen), 0) > 0 from bookkeeping.lot_left l where l.payment = moved.payment)
    where payment = moved.payment;
end
$$;

revoke all on function bookkeeping.ask_of_refund(text) from public;

drop trigger refunds_are_asked_of on bookkeeping.lot_change;
drop function bookkeeping.ask_of_refunds();

create or replace function bookkeeping.book(
    source_kind text, reference text, what text, occurred date, accounts text[], funds text[], amounts bigint[],
    of_payment uuid, number_of_it integer, of_subject uuid, moved_yen bigint, kept bigint, beyond bigint,
    aside bigint, by_policy integer, of_refund uuid, at timestamptz, parts text[], lines integer[], kinds text[],
    lot_funds text[], changes bigint[]
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    named           text := source_kind || ':' || reference;
    stated_accounts text[] := accounts;
    stated_funds    text[] := funds;
    stated_amounts  bigint[] := amounts;
    written         integer;
begin
    if number_of_it > 0 and exists (select from ledger.entry e where e.source = named) then
        return false;
    end if;
    if number_of_it > 0 then
        select p.accounts, p.funds, p.amounts into accounts, funds, amounts
        from bookkeeping.by_pieces(named, of_payment, parts, lines, kinds, lot_funds, changes, accounts, funds, amounts) p;
    end if;
    if not ledger.book(source_kind, reference, what, occurred, accounts, funds, amounts) then
        if number_of_it > 0 then
            raise exception 'Journal entry % was booked at the same time', named using errcode = 'serialization_failure';
        end if;
        return false;
    end if;
    if moved_yen - kept is distinct from (
        select coalesce(sum(p.yen), 0) from unnest(stated_accounts, stated_amounts) as p (account, yen)
        where p.account = bookkeeping.holder(source_kind))
    then
        raise exception 'Journal entry % is not what moved', named using errcode = 'check_violation';
    end if;
    if aside is distinct from (
        select coalesce(-sum(p.yen), 0) from unnest(stated_accounts, stated_amounts) as p (account, yen) where p.account = 'SUSPENSE')
    then
        raise exception 'Journal entry % is not what is held', named using errcode = 'check_violation';
    end if;
    if exists (
        select from (
            select p.account, p.fund, p.yen from unnest(stated_accounts, stated_funds, stated_amounts) as p (account, fund, yen)
            where p.account in ('SALES', 'DONATIONS', 'CONSUMPTION_TAX')
            union all
            select case when l.kind = 'TAX' then 'CONSUMPTION_TAX' when l.kind in ('GIFT', 'GIFT_FEE') then 'DONATIONS'
                        else 'SALES' end, l.fund, l.yen
            from unnest(kinds, lot_funds, changes) as l (kind, fund, yen)) as both_sides
        group by account, fund having sum(yen) <> 0
    ) then
        raise exception 'Journal entry % is not what its lots say', named using errcode = 'check_violation';
    end if;

    insert into bookkeeping.movement
        (source, payment, no, kind, subject, yen, fee, excess, held, policy, refund, moved_at)
    values (named, of_payment, number_of_it, what, of_subject, moved_yen, kept, beyond, aside, by_policy, of_refund, at);
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
    if number_of_it = 0 then
        insert into bookkeeping.piece (lot, no, fund, came, unspent, came_on, means)
        select l.id, 0, l.fund, c.yen, c.yen, occurred,
               coalesce((select nullif(p.method, '') from payments.payment p where p.id = of_payment),
                        bookkeeping.means(source_kind))
        from bookkeeping.lot l
            join bookkeeping.lot_change c on c.lot = l.id and c.source = named
            join ledger.fund f on f.code = l.fund and not f.overdraws
        where l.payment = of_payment and l.kind in ('PROFIT', 'GIFT');
    end if;
    perform bookkeeping.ask_of_refund(named);
    perform bookkeeping.verify(named);
    return true;
end
$$;
