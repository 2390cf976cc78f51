-- Copies of all that happened here: zabuton.copies times, two a day, each pair a day before the one before it.
-- A copy has ids, codes and marks of its own everywhere, so that what belonged together belongs together in it; what
-- people of the shop have written down (zabuton.small names those tables) is shared by all. Sealed words can't be
-- copied, since each seal knows its place.
create schema copies;

create table copies.fixed (id uuid primary key);

create function copies.other(id uuid, n int) returns uuid immutable language sql as
$$ select case when exists (select from copies.fixed f where f.id = other.id) then id
               else md5(id || '.' || n)::uuid end $$;

create function copies.other(mark text, n int) returns text immutable language sql as
$$
    select case
        when mark ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}$' then
            overlay(upper(substr(md5(mark || n), 1, 10)) placing '-' || upper(substr(md5(mark || n), 6, 1)) from 6 for 1)
        when mark ~ '[0-9a-f]{8}-[0-9a-f-]{27}' then
            replace(mark, substring(mark from '[0-9a-f]{8}-[0-9a-f-]{27}'),
                copies.other(substring(mark from '[0-9a-f]{8}-[0-9a-f-]{27}')::uuid, n)::text)
        else mark || '.' || n
    end
$$;

do $$
declare
    small  constant regclass[] := string_to_array(current_setting('zabuton.small'), ',')::regclass[];
    known  regclass;
    key    name;
begin
    for known, key in
        select attrelid, attname from pg_attribute a join pg_class c on c.oid = attrelid
        where relkind = 'r' and (attrelid = any (small) or relnamespace = 'staff'::regnamespace)
          and attnum > 0 and atttypid = 'uuid'::regtype
    loop
        execute format('insert into copies.fixed select %I from %s where %1$I is not null on conflict do nothing', key, known);
    end loop;
end
$$;

set session_replication_role = replica;

do $$
declare
    copies constant int := current_setting('zabuton.copies');
    small  constant regclass[] := string_to_array(current_setting('zabuton.small'), ',')::regclass[];
    marks  constant name[] := '{source,fingerprint,key,stripe_id,event_id,balance_transaction,invoice,intent,session,subscription,purpose,reference,number,purchase,customer,id,payout}';
    -- Counters start anew for each table; a copy's ids lie as far from the first as the copy is from it.
    apart  constant bigint := 100000;
    filled regclass;
    columns text;
    copied text;
begin
    for filled in
        select c.oid from pg_class c
        where relkind = 'r' and relpersistence <> 't' and c.oid <> all (small)
          and relnamespace::regnamespace::text not in
              ('pg_catalog', 'information_schema', 'public', 'copies', 'outbox', 'staff', 'guard', 'audit')
          and c.oid not in ('vault.box'::regclass, 'vault.day'::regclass, 'payments.inbox'::regclass)
    loop
        select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
               string_agg(case
                   when a.atttypid = 'uuid'::regtype then format('copies.other(t.%I, n)', a.attname)
                   when a.atttypid = 'bytea'::regtype and i.alone then format('sha256(t.%I || n::text::bytea)', a.attname)
                   when a.atttypid = 'timestamptz'::regtype then format('t.%I - (1 + n / 2) * interval ''1 day''', a.attname)
                   when a.atttypid = 'date'::regtype then format('t.%I - (1 + n / 2)', a.attname)
                   when a.atttypid = 'text'::regtype and a.attname = any (marks) then format('copies.other(t.%I, n)', a.attname)
                   when a.attidentity <> '' or exists (
                       select from pg_constraint f join pg_attribute r on r.attrelid = f.confrelid and r.attnum = any (f.confkey)
                       where f.contype = 'f' and f.conrelid = filled and a.attnum = any (f.conkey) and r.attidentity <> '')
                       then format('t.%I + n * %s', a.attname, apart)
                   else format('t.%I', a.attname)
               end, ', ' order by a.attnum)
        into columns, copied
        from pg_attribute a
        left join lateral (select true as alone from pg_index x
                           where x.indrelid = filled and x.indisunique and a.attnum = any (x.indkey) limit 1) i on true
        where a.attrelid = filled and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
        execute format('insert into %s (%s) overriding system value select %s from %1$s t, generate_series(1, %4$s) n',
                       filled, columns, copied, copies);
    end loop;
end
$$;

reset session_replication_role;

update stock.item set on_hand = moved.on_hand, reserved = moved.reserved
from (select variant_id, sum(on_hand) as on_hand, sum(reserved) as reserved from stock.movement group by variant_id) moved
where moved.variant_id = item.variant_id;

analyze;

select ledger.sum_up(), bookkeeping.sum_up(), reporting.sum_up();

analyze;
