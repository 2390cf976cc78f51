-- Money of other tools lies at Stripe beside ours, and what Stripe keeps back is not to be had meanwhile.
insert into ledger.account (code, nature, name_en, name_ja)
values ('OTHER_TOOLS', 'LIABILITY', 'At Stripe through other tools', '他のツールによるStripeの入出金'),
       ('STRIPE_RESERVE', 'ASSET', 'Kept back by Stripe', 'Stripeの留保金');

-- Lines of Stripe's balance that belong to no payment of ours.
create table bookkeeping.balance_line (
    source   text        primary key references ledger.entry (source),
    kind     text        not null,
    yen      bigint      not null,
    fee      bigint      not null,
    moved_at timestamptz not null
);

create index balance_line_unknown on bookkeeping.balance_line (source) where kind = 'UNKNOWN';

grant select on bookkeeping.balance_line to "${appRole}";

-- Where the other side of such a line stands.
create function bookkeeping.counterpart(what text) returns text
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case what when 'FEE' then 'PAYMENT_FEES' when 'ADJUSTMENT' then 'PAYMENT_LOSSES'
                     when 'PAYOUT' then 'CLEARING' when 'PAYOUT_BACK' then 'CLEARING' when 'TOP_UP' then 'CLEARING'
                     when 'RESERVE' then 'STRIPE_RESERVE' when 'FOREIGN' then 'OTHER_TOOLS'
                     when 'UNKNOWN' then 'SUSPENSE' end
$$;

-- Writes all that such a line does to the books. False when it was there before, or moves nothing. What Stripe keeps for
-- it is a fee of ours, but where the line is another tool's or nobody knows what it is.
create function bookkeeping.book_balance_line(
    reference text, occurred date, what text, moved_yen bigint, kept bigint, at timestamptz
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    own      bigint := case when what in ('FOREIGN', 'UNKNOWN') then 0 else kept end;
    accounts text[];
    funds    text[];
    amounts  bigint[];
begin
    select array_agg(p.account order by p.account), array_agg(p.fund order by p.account),
           array_agg(p.yen order by p.account)
    into accounts, funds, amounts
    from (
        select s.account, s.fund, sum(s.yen) as yen
        from (values ('STRIPE_BALANCE', null, moved_yen - kept),
                     ('PAYMENT_FEES', 'OPERATIONS', own),
                     (bookkeeping.counterpart(what),
                      case when what in ('FEE', 'ADJUSTMENT') then 'OPERATIONS' end,
                      kept - own - moved_yen)) as s (account, fund, yen)
        group by s.account, s.fund having sum(s.yen) <> 0) as p;
    if accounts is null or not ledger.book('stripe', reference, what, occurred, accounts, funds, amounts) then
        return false;
    end if;
    insert into bookkeeping.balance_line (source, kind, yen, fee, moved_at)
    values ('stripe:' || reference, what, moved_yen, kept, at);
    return true;
end
$$;

revoke all on function bookkeeping.book_balance_line(text, date, text, bigint, bigint, timestamptz) from public;
grant execute on function bookkeeping.book_balance_line(text, date, text, bigint, bigint, timestamptz) to "${appRole}";

insert into outbox.work (kind, key, due_at, since) values ('bookkeeping.lines', 'stripe', now(), now());
