-- Lines of Stripe's balance of money that came and is held: not the sum asked for, on another page, or for a purpose
-- that nobody knows. Until somebody decides it stands on suspense, and not in the balance of a fund.
create table bookkeeping.held (
    source   text        primary key references ledger.entry (source),
    payment  uuid        not null,
    yen      bigint      not null,
    fee      bigint      not null,
    moved_at timestamptz not null
);

create index held_payment on bookkeeping.held (payment);

grant select on bookkeeping.held to "${appRole}";

create function bookkeeping.hold(
    reference text, occurred date, of_payment uuid, moved_yen bigint, kept bigint, at timestamptz
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not (
        select ledger.book('stripe', reference, 'HELD', occurred, array_agg(p.account order by p.line),
            array_agg(p.fund order by p.line), array_agg(p.yen order by p.line))
        from (values (1, 'STRIPE_BALANCE', null, moved_yen - kept),
                     (2, 'PAYMENT_FEES', 'OPERATIONS', kept),
                     (3, 'SUSPENSE', null, -moved_yen)) as p (line, account, fund, yen)
        where p.yen <> 0)
    then
        return false;
    end if;
    insert into bookkeeping.held (source, payment, yen, fee, moved_at)
    values ('stripe:' || reference, of_payment, moved_yen, kept, at);
    return true;
end
$$;

revoke all on function bookkeeping.hold(text, date, uuid, bigint, bigint, timestamptz) from public;
grant execute on function bookkeeping.hold(text, date, uuid, bigint, bigint, timestamptz) to "${appRole}";
