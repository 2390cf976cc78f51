-- Writes all that a line of Stripe's balance, or a decision about it, does to the books: the entry, the movement and
-- what it does to the lots. False when it was there before, and nothing was written. The only way in for the
-- application.
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
    timestamptz, text[], integer[], text[], text[], bigint[]) to "${appRole}";
