-- A row of the bank was taken for that of a disbursement, and the rest said to stay in the fund. Where that was wrong, the
-- rest is taken from the fund again, by an entry of that day.
alter table funds.disbursement_return
    add column undone_at timestamptz,
    add column undone_by text,
    add column undone_why text check (undone_why in ('OTHER_ROW', 'MISREAD')),
    add constraint undone_at_once check (num_nulls(undone_at, undone_by, undone_why) in (0, 3)),
    add constraint only_unpaid_is_undone check (undone_at is null or why = 'PAID_LESS');

grant update (undone_at, undone_by, undone_why) on funds.disbursement_return to "${appRole}";

-- Below zero where it was taken again.
alter table bookkeeping.spending_back
    drop constraint spending_back_yen_check,
    drop constraint spending_back_disbursement_no_key,
    add constraint spending_back_yen_check check (yen <> 0);

create unique index spending_back_once on bookkeeping.spending_back (disbursement, no, sign(yen));

-- The oldest money of the fund that is ripe, as of anything that is spent that day: what the return had set free may be
-- spent by now. Nothing is done where there is not enough: then it says what there is. The same again does nothing.
create function bookkeeping.take_again(of_disbursement uuid, number integer, occurred date, at timestamptz)
    returns table (done boolean, has bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    reference text := 'disbursement-' || of_disbursement || '-returned-' || number || ':undone';
    named     text := 'decision:' || reference;
    known     bookkeeping.spending;
    wanted    bigint;
    lots      bigint[];
    numbers   integer[];
    taken     bigint[];
begin
    select * into strict known from bookkeeping.spending s where s.disbursement = of_disbursement;
    perform bookkeeping.lock_funds(array[known.fund]);
    select b.yen into strict wanted from bookkeeping.spending_back b
    where b.disbursement = of_disbursement and b.no = number and b.yen > 0;
    has := wanted;
    done := exists (select from bookkeeping.spending_back b where b.source = named);
    if done then
        return next;
        return;
    end if;
    if not (select f.overdraws from ledger.fund f where f.code = known.fund) then
        select array_agg(o.lot), array_agg(o.no), array_agg(o.yen), coalesce(sum(o.yen), 0)
        into lots, numbers, taken, has
        from bookkeeping.oldest(known.fund, wanted, occurred) o;
    end if;
    done := has = wanted;
    if done then
        if not ledger.book('decision', reference, 'DISBURSEMENT_AGAIN', occurred, array['PROGRAMME', 'PAYABLE'],
            array[known.fund, null], array[wanted, -wanted])
        then
            raise exception 'Journal entry % was there before its money', named using errcode = 'check_violation';
        end if;
        insert into bookkeeping.spending_back (source, disbursement, no, yen, came_back_at)
        values (named, of_disbursement, number, -wanted, at);
        insert into bookkeeping.consumption (source, disbursement, lot, no, yen)
        select named, of_disbursement, t.lot, t.no, t.yen from unnest(lots, numbers, taken) as t (lot, no, yen);
        update bookkeeping.piece p set consumed = p.consumed + t.yen, unspent = p.unspent - t.yen
        from unnest(lots, numbers, taken) as t (lot, no, yen) where (p.lot, p.no) = (t.lot, t.no);
    end if;
    return next;
end
$$;

revoke all on function bookkeeping.take_again(uuid, integer, date, timestamptz) from public;
grant execute on function bookkeeping.take_again(uuid, integer, date, timestamptz) to "${appRole}";
