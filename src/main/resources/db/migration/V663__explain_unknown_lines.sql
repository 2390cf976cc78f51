-- What somebody said of a line of an unknown kind: it leaves suspense by an entry of that day.
create table bookkeeping.line_explanation (
    line    text        primary key references bookkeeping.balance_line (source),
    kind    text        not null check (kind in ('FEE', 'ADJUSTMENT', 'TOP_UP', 'RESERVE', 'FOREIGN')),
    entry   text        not null unique references ledger.entry (source),
    reason  text        not null check (btrim(reason) <> '' and length(reason) <= 200),
    said_by text        not null check (said_by <> ''),
    said_at timestamptz not null
);

grant select on bookkeeping.line_explanation to "${appRole}";

-- False where there is no such line on suspense.
create function bookkeeping.explain_balance_line(
    reference text, occurred date, what text, why text, who text, at timestamptz
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    net bigint;
begin
    select yen - fee into net from bookkeeping.balance_line
    where source = 'stripe:' || reference and kind = 'UNKNOWN';
    if net is null or not ledger.book(
        'decision', 'line-' || reference, 'LINE_EXPLAINED', occurred,
        array['SUSPENSE', bookkeeping.counterpart(what)],
        array[null, case when what in ('FEE', 'ADJUSTMENT') then 'OPERATIONS' end],
        array[net, -net])
    then
        return false;
    end if;
    insert into bookkeeping.line_explanation (line, kind, entry, reason, said_by, said_at)
    values ('stripe:' || reference, what, 'decision:line-' || reference, why, who, at);
    return true;
end
$$;

revoke all on function bookkeeping.explain_balance_line(text, date, text, text, text, timestamptz) from public;
grant execute on function bookkeeping.explain_balance_line(text, date, text, text, text, timestamptz) to "${appRole}";
