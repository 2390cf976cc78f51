-- Money that stood on suspense and is accepted leaves it, fee and all, and is booked as the charge that it now is. Both
-- entries are decisions: at Stripe nothing moves.
create or replace function bookkeeping.holder(source_kind text) returns text
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case source_kind when 'stripe' then 'STRIPE_BALANCE' when 'bank' then 'BANK' when 'cash' then 'CASH'
                            when 'postal' then 'POSTAL' when 'decision' then 'STRIPE_BALANCE' end
$$;

create function bookkeeping.release(
    reference text, occurred date, of_payment uuid, moved_yen bigint, kept bigint, at timestamptz
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    free bigint;
begin
    perform from bookkeeping.held where payment = of_payment for update;
    select coalesce(sum(yen), 0) into free from bookkeeping.held where payment = of_payment;
    if not (
        select ledger.book('decision', reference, 'HELD', occurred, array_agg(p.account order by p.line),
            array_agg(p.fund order by p.line), array_agg(p.yen order by p.line))
        from (values (1, 'STRIPE_BALANCE', null, kept - moved_yen),
                     (2, 'PAYMENT_FEES', 'OPERATIONS', -kept),
                     (3, 'SUSPENSE', null, moved_yen)) as p (line, account, fund, yen)
        where p.yen <> 0)
    then
        return false;
    end if;
    if moved_yen <= 0 or moved_yen > free then
        raise exception 'Of payment % % yen are held, not %', of_payment, free, moved_yen
            using errcode = 'check_violation';
    end if;
    insert into bookkeeping.held (source, payment, yen, fee, moved_at)
    values ('decision:' || reference, of_payment, -moved_yen, -kept, at);
    return true;
end
$$;

revoke all on function bookkeeping.release(text, date, uuid, bigint, bigint, timestamptz) from public;
grant execute on function bookkeeping.release(text, date, uuid, bigint, bigint, timestamptz) to "${appRole}";
