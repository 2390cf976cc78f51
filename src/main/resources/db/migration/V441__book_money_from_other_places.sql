-- Money also comes over the bank, in cash and at the post office. What moved there stands on the account of that place.
insert into ledger.account (code, nature, name_en, name_ja)
values ('POSTAL', 'ASSET', 'Transfer account at the post office', '郵便振替口座');

alter table ledger.entry
    drop constraint comes_from_a_fact,
    add constraint comes_from_a_fact check (source ~ '^(stripe|bank|cash|postal|decision):.');

create function bookkeeping.holder(source_kind text) returns text
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case source_kind when 'stripe' then 'STRIPE_BALANCE' when 'bank' then 'BANK' when 'cash' then 'CASH'
                            when 'postal' then 'POSTAL' end
$$;

grant execute on function bookkeeping.holder(text) to "${appRole}";

-- Writes all that a line of Stripe's balance, one of another place, or a decision about it, does to the books: the entry, the movement and what
-- it does to the lots. False when it was there before, and nothing was written. The only way in for the application.
create or replace function bookkeeping.book(
    source_kind text, reference text, what text, occurred date, accounts text[], funds text[], amounts bigint[],
    of_payment uuid, number_of_it integer, of_subject uuid, moved_yen bigint, kept bigint, beyond bigint, aside bigint,
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
        select coalesce(sum(p.yen), 0) from unnest(accounts, amounts) as p (account, yen) 
        where p.account = bookkeeping.holder(source_kind))
    then
        raise exception 'Journal entry % is not what moved', named using errcode = 'check_violation';
    end if;
    if aside is distinct from (
        select coalesce(-sum(p.yen), 0) from unnest(accounts, amounts) as p (account, yen) where p.account = 'SUSPENSE')
    then
        raise exception 'Journal entry % is not what is held', named using errcode = 'check_violation';
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
    perform bookkeeping.verify(named);
    return true;
end
$$;

drop function bookkeeping.hold(text, date, uuid, bigint, bigint, timestamptz);

create function bookkeeping.hold(
    source_kind text, reference text, occurred date, of_payment uuid, moved_yen bigint, kept bigint, at timestamptz
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not (
        select ledger.book(source_kind, reference, 'HELD', occurred, array_agg(p.account order by p.line),
            array_agg(p.fund order by p.line), array_agg(p.yen order by p.line))
        from (values (1, bookkeeping.holder(source_kind), null, moved_yen - kept),
                     (2, 'PAYMENT_FEES', 'OPERATIONS', kept),
                     (3, 'SUSPENSE', null, -moved_yen)) as p (line, account, fund, yen)
        where p.yen <> 0)
    then
        return false;
    end if;
    insert into bookkeeping.held (source, payment, yen, fee, moved_at)
    values (source_kind || ':' || reference, of_payment, moved_yen, kept, at);
    return true;
end
$$;

revoke all on function bookkeeping.hold(text, text, date, uuid, bigint, bigint, timestamptz) from public;
grant execute on function bookkeeping.hold(text, text, date, uuid, bigint, bigint, timestamptz) to "${appRole}";
