-- Who takes from a fund locks its row first and reads its pieces after. Payments only add, and lock nothing. A lot whose
-- payment moves may have pieces in several funds: while that is so, no transfer gives it another. The journal comes before
-- the funds, as in ledger.book, since who sums it up or closes a period waits for all who write to it.
create function bookkeeping.lock_funds(codes text[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    lock table ledger.entry in row exclusive mode;
    perform from ledger.fund f where f.code = any(codes) order by f.code for no key update;
end
$$;

create function bookkeeping.lock_lots(lots bigint[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('bookkeeping.transfers', 0));
    perform bookkeeping.lock_funds(array(select p.fund from bookkeeping.piece p where p.lot = any(lots)));
end
$$;

-- The rule, once. What went back of a lot is taken from the free money of its pieces, in their order; free is what came
-- and was not consumed. What is found nowhere is a loss. This looks at the state only, never at the order of events, so
-- that in every lot, whatever happens, what is unspent less what is lost is what is left of the payment less what was
-- consumed. Says what each fund gains in its account of income, Operations by what is lost less; losses are kept under
-- the entry that is about to be booked.
create function bookkeeping.settle(named text, lots bigint[], changes bigint[])
    returns table (account text, fund text, yen bigint)
    language sql set search_path = pg_catalog, pg_temp
as $$
    with lot as (
        select l.id, case l.kind when 'GIFT' then 'DONATIONS' else 'SALES' end as account,
               c.yen + (select sum(k.yen) from bookkeeping.lot_change k where k.lot = l.id) as net,
               (select coalesce(sum(s.yen), 0) from bookkeeping.loss s where s.lot = l.id) as lost
        from (select u.lot, sum(u.yen) as yen from unnest(lots, changes) as u (lot, yen) group by u.lot) c
            join bookkeeping.lot l on l.id = c.lot
    ), piece as (
        select p.lot, p.no, lot.account, p.fund, p.unspent, p.came - p.consumed as free,
               sum(p.came - p.consumed) over (partition by p.lot order by p.no) as so_far,
               sum(p.came) over (partition by p.lot) - lot.net as gone
        from lot join bookkeeping.piece p on p.lot = lot.id
    ), settled as (
        update bookkeeping.piece p set unspent = greatest(0, least(piece.free, piece.so_far - piece.gone))
        from piece
        where (p.lot, p.no) = (piece.lot, piece.no)
          and p.unspent <> greatest(0, least(piece.free, piece.so_far - piece.gone))
        returning piece.account, p.fund, p.unspent - piece.unspent as yen
    ), bearing as (
        select lot.id, lot.account, greatest(0, max(piece.gone) - max(piece.so_far)) - lot.lost as yen
        from lot join piece on piece.lot = lot.id group by lot.id, lot.account, lot.lost
    ), borne as (
        insert into bookkeeping.loss (source, lot, yen)
        select named, b.id, b.yen from bearing b where b.yen <> 0
    )
    select s.account, s.fund, cast(s.yen as bigint) from settled s
    union all
    select b.account, 'OPERATIONS', cast(-b.yen as bigint) from bearing b where b.yen <> 0
$$;

revoke all on function bookkeeping.lock_funds(text[]) from public;
revoke all on function bookkeeping.lock_lots(bigint[]) from public;
revoke all on function bookkeeping.settle(text, bigint[], bigint[]) from public;

-- What an entry that says what lots give and take comes to by their pieces; the same where none was spent or moved.
create function bookkeeping.by_pieces(
    named text, of_payment uuid, parts text[], lines integer[], kinds text[], lot_funds text[], changes bigint[],
    inout accounts text[], inout funds text[], inout amounts bigint[]
)
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    lots   bigint[];
    yen    bigint[];
    shifts integer;
    more_accounts text[];
    more_funds    text[];
    more_amounts  bigint[];
begin
    select array_agg(l.id order by l.id), array_agg(c.yen order by l.id) into lots, yen
    from unnest(parts, lines, kinds, lot_funds, changes) as c (part, line, kind, fund, yen)
        join bookkeeping.lot l
            on l.payment = of_payment and (l.part, l.line, l.kind, l.fund) = (c.part, c.line, c.kind, c.fund)
        join bookkeeping.piece p on (p.lot, p.no) = (l.id, 0);
    if lots is null then
        return;
    end if;
    perform bookkeeping.lock_lots(lots);
    select count(*), array_agg(s.account), array_agg(s.fund), array_agg(s.yen)
    into shifts, more_accounts, more_funds, more_amounts
    from (
        select g.account, g.fund, sum(g.yen) as yen
        from (
            select case l.kind when 'GIFT' then 'DONATIONS' else 'SALES' end as account, l.fund, c.yen
            from unnest(lots, yen) as c (lot, yen) join bookkeeping.lot l on l.id = c.lot
            union all
            select s.account, s.fund, -s.yen from bookkeeping.settle(named, lots, yen) s) g
        group by g.account, g.fund having sum(g.yen) <> 0) s;
    if shifts = 0 then
        return;
    end if;
    more_accounts := accounts || more_accounts;
    more_funds := funds || more_funds;
    more_amounts := amounts || more_amounts;
    select array_agg(s.account order by s.place), array_agg(s.fund order by s.place),
           array_agg(s.yen order by s.place)
    into accounts, funds, amounts
    from (
        select g.account, g.fund, min(g.place) as place, cast(sum(g.yen) as bigint) as yen
        from unnest(more_accounts, more_funds, more_amounts) with ordinality as g (account, fund, yen, place)
        group by g.account, g.fund having sum(g.yen) <> 0) s;
    -- What goes from one lot to another of the same fund moves nothing in the journal, and is said there all the same.
    if coalesce(cardinality(accounts), 0) < 2 then
        accounts := more_accounts;
        funds := more_funds;
        amounts := more_amounts;
    end if;
end
$$;

revoke all on function bookkeeping.by_pieces(
    text, uuid, text[], integer[], text[], text[], bigint[], text[], text[], bigint[]) from public;

-- Writes all that a line of Stripe's balance, one of another place, or a decision about it, does to the books: the entry,
-- the movement and what it does to the lots. The entry comes as if nothing had been spent, and is booked by what the
-- pieces of its lots give and take. False when it was there before, and nothing was written. The only way in for the
-- application.
create or replace function bookkeeping.book(
    source_kind text, reference text, what text, occurred date, accounts text[], funds text[], amounts bigint[],
    of_payment uuid, number_of_it integer, of_subject uuid, moved_yen bigint, kept bigint, beyond bigint, aside bigint,
    by_policy integer, of_refund uuid, at timestamptz,
    parts text[], lines integer[], kinds text[], lot_funds text[], changes bigint[]
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
    perform bookkeeping.verify(named);
    return true;
end
$$;

