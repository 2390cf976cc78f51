-- Fills every table that grows with what years leave in it, so that the planner chooses as it would then.
-- zabuton.small names the tables that don't grow, zabuton.rows says how many rows the others get.
-- Rows need not mean anything, but must be spread as real ones are: what waits is rare, what is done is common.
-- Nothing here is right enough for the checks, which don't matter to a plan; this database is thrown away.
set session_replication_role = replica;

-- How columns are spread of which most rows say the same, by an expression of the row's number.
create temporary table spread as
select * from (values
    ('approvals.approval', 'state', $$case when n % 100 = 0 then 'WAITING' else 'APPROVED' end$$),
    ('awaited.wait', 'subject', $$case when n % 50 = 0 then lpad(to_hex(n), 32, '0')::uuid end$$),
    ('awaited.wait', 'told_at', $$case when n % 100 > 0 then now() - n * interval '1 hour' end$$),
    ('banking.file', 'account', $$lpad(to_hex(n % 3), 32, '0')::uuid$$),
    ('banking.match', 'row_id', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('banking.match', 'undone_at', $$case when n % 100 = 0 then now() - n * interval '1 hour' end$$),
    ('banking.row', 'account', $$lpad(to_hex(n % 3), 32, '0')::uuid$$),
    ('banking.row', 'file', $$lpad(to_hex(1 + n / 30), 32, '0')::uuid$$),
    ('bookkeeping.movement', 'kind', $$case when n % 50 = 0 then 'REFUND' else 'CHARGE' end$$),
    ('counter.bazaar', 'state', $$case when n % 100 = 0 then 'SELLING' else 'CLOSED' end$$),
    ('counter.box', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('evidence.picture', 'file_id', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('fulfilment.dispatch', 'remaining', 'case when n % 100 = 0 then 1 else 0 end'),
    ('fulfilment.line', 'called_off', 'case when n % 100 = 0 then -1 else 0 end'),
    ('fulfilment.line', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('fulfilment.dispatch', 'due', $$case when n % 100 = 0 then current_date - n end$$),
    ('fulfilment.making', 'made_at', $$case when n % 100 > 0 then now() - n * interval '1 hour' end$$),
    ('fulfilment.making', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('fulfilment.parcel', 'came_back_at', $$case when n % 100 = 0 then now() - n * interval '1 hour' end$$),
    ('fulfilment.parcel_line', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('funds.share', 'disbursement', $$lpad(to_hex(n % 200), 32, '0')::uuid$$),
    ('funds.share', 'subject', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('giving.plan', 'ended_at', $$case when n % 5 > 0 then now() - n * interval '1 hour' end$$),
    ('giving.pledge', 'status', $$case when n % 50 = 0 then 'AWAITING_PAYMENT' else 'GIVEN' end$$),
    ('giving.public_name', 'state', $$case when n % 100 = 0 then 'WAITING' else 'APPROVED' end$$),
    ('giving.thanked', 'pledge', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('guard.holding', 'piece', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('impact.statement', 'state', $$case when n % 50 = 0 then 'COULD_FUND' else 'FUNDS' end$$),
    ('ledger.posting', 'entry_id', '1 + n / 3'),
    ('mail.letter', 'state', $$case when n % 100 = 0 then 'undeliverable' else 'sent' end$$),
    ('orders.orders', 'status', $$case when n % 50 = 0 then 'AWAITING_PAYMENT' else 'PAID' end$$),
    ('orders.restocking', 'decided_at', $$case when n % 100 > 0 then now() - n * interval '1 hour' end$$),
    ('outbox.delivery', 'done_at', $$case when n % 100 > 0 then now() - n * interval '1 hour' end$$),
    ('outbox.delivery', 'parked_at', $$case when n % 1000 = 0 then now() - n * interval '1 hour' end$$),
    ('outbox.work', 'parked_at', $$case when n % 100 = 0 then now() - n * interval '1 hour' end$$),
    ('payments.dispute', 'state', $$case when n % 50 = 0 then 'OPEN' else 'LOST' end$$),
    ('payments.hold', 'plan', $$case when n % 100 = 0 then lpad(to_hex(n), 32, '0')::uuid end$$),
    ('payments.hold', 'state', $$case when n % 100 = 0 then 'OPEN' else 'RETURNED' end$$),
    ('payments.inbox', 'done_at', $$case when n % 100 > 0 then now() - n * interval '1 hour' end$$),
    ('payments.movement', 'kind', $$case when n % 50 = 0 then 'REFUND' else 'CHARGE' end$$),
    ('payments.movement', 'payment', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('payments.overdue', 'next_attempt_at', $$case when n % 50 > 0 then now() - n * interval '1 hour' end$$),
    ('payments.payment', 'status', $$case when n % 100 > 0 then 'SETTLED' else (array['REQUESTED', 'OPEN', 'AWAITING'])[1 + n / 100 % 3] end$$),
    ('payments.plan', 'status', $$case when n % 100 = 0 then 'PAST_DUE' when n % 5 = 0 then 'ACTIVE' else 'ENDED' end$$),
    ('payments.refund', 'status', $$case when n % 50 = 0 then 'REQUESTED' else 'SUCCEEDED' end$$),
    ('payments.wish', 'status', $$case when n % 100 = 0 then 'REQUESTED' else 'DONE' end$$),
    ('receipts.payment', 'holds', $$n % 100 > 0$$),
    ('receipts.payment', 'payment', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('refunds.line', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('returns.line', 'variant', $$lpad(to_hex(n), 32, '0')::uuid$$),
    ('returns.request', 'state', $$case when n % 100 = 0 then 'ASKED' else 'REFUNDED' end$$),
    ('stock.movement', 'write_off', $$case when n % 100 = 0 then lpad(to_hex(n), 32, '0')::uuid end$$),
    ('stock.reservation', 'state', $$case when n % 50 = 0 then 'held' else 'sold' end$$),
    ('stock.stocktake', 'state', $$case when n % 100 = 0 then 'waiting' else 'booked' end$$),
    ('stock.write_off', 'state', $$case when n % 100 = 0 then 'waiting' else 'booked' end$$),
    ('supporters.supporter', 'merged_into', $$case when n % 100 = 0 then lpad(to_hex(n - 1), 32, '0')::uuid end$$),
    ('vault.subject', 'erased_at', $$case when n % 20 = 0 then now() - n * interval '1 hour' end$$),
    ('vault.subject', 'key_destroyed_at', $$case when n % 20 = 0 and n % 1000 > 0 then now() - n * interval '1 hour' end$$),
    ('vault.subject', 'wrapped_key', $$cast(null as bytea)$$)
) as it (relation, attribute, expression);

do $$
declare
    rows constant int := current_setting('zabuton.rows');
    small constant regclass[] := string_to_array(current_setting('zabuton.small'), ',')::regclass[];
    filled regclass;
    command text;
    done int;
begin
    if exists (select from spread s where not exists
            (select from pg_attribute a where a.attrelid = s.relation::regclass and a.attname = s.attribute)) then
        raise 'A column that is spread is gone';
    end if;
    for filled in
        select oid from pg_class
        where relkind = 'r' and relpersistence <> 't' and not oid = any (small)
          and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public')
    loop
        create temporary table attribute on commit drop as
            select a.attname as name, a.attnum as number, format_type(a.atttypid, null) as type,
                   (select substring(pg_get_constraintdef(k.oid) from 'ANY \(ARRAY\[(.*?)\]')
                    from pg_constraint k
                    where k.conrelid = filled and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as choices,
                   exists (select from pg_index i
                           where i.indrelid = filled and i.indisunique and i.indpred is null
                             and i.indnkeyatts = 1 and i.indkey[0] = a.attnum) as alone_unique,
                   f.target, f.target_key
            from pg_attribute a left join lateral
                 (select k.confrelid::regclass as target, r.attname as target_key
                  from pg_constraint k join pg_attribute r on r.attrelid = k.confrelid and r.attnum = k.confkey[1]
                  where k.conrelid = filled and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) f on true
            where a.attrelid = filled and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';

        for command in
            select format('alter table %s drop constraint %I', filled, conname)
            from pg_constraint where conrelid = filled and contype in ('c', 'x')
        loop
            execute command;
        end loop;
        execute format('alter table %s set (autovacuum_enabled = false)', filled);

        select format('insert into %s (%s) overriding system value select %s from generate_series(1, %s) n'
                      ' on conflict do nothing',
                      filled, string_agg(quote_ident(name), ', '), string_agg(expression, ', '), rows)
        into command
        from (select a.name, coalesce(s.expression, case
                when target = any (small) then
                    format('(array(select %1$I from %2$s order by 1))[1 + n %% (select greatest(count(*), 1) from %2$s)]', target_key, target)
                when choices is not null then
                    format('(array[%s])[1 + n %% %s]', choices, array_length(string_to_array(choices, ','), 1))
                when type = 'uuid' then
                    format('lpad(to_hex(%s), 32, ''0'')::uuid', case when alone_unique then 'n' else '1 + n / 3' end)
                when type = 'bigint' then
                    case when alone_unique then 'n' when target is not null then '1 + n / 3' else '1 + n % 1000' end
                when type = 'integer' then '1 + n % 3'
                when type = 'text' and name in ('action', 'actor', 'gate', 'handler', 'kind', 'method', 'place', 'section', 'type') then
                    format('%L || n %% 20', name)
                when type = 'text' then format('%L || n', name)
                when type = 'timestamp with time zone' then format('now() + (n - 0.99 * %s) * interval ''1 hour''', rows)
                when type = 'date' then format('current_date + n - %s', rows)
                when type = 'boolean' then 'n % 100 = 0'
                when type = 'bytea' then 'sha256(n::text::bytea)'
                when type = 'jsonb' then 'jsonb_build_object(''n'', n)'
                when type = 'character' then '''JP'''
                when type like '%[]' then '''{}'''
              end) as expression
              from attribute a left join spread s on s.relation::regclass = filled and s.attribute = a.name) it;
        execute command;
        get diagnostics done = row_count;
        if done < rows / 2 then
            raise '% got % rows only', filled, done;
        end if;
        drop table attribute;
    end loop;
end
$$;

reset session_replication_role;
set default_statistics_target = 20;
analyze;

-- The planner takes each of these rows for many, as it would after a count of a larger table.
select pg_restore_relation_stats(
    'schemaname', relnamespace::regnamespace::text, 'relname', relname::text,
    'reltuples', cast(reltuples * current_setting('zabuton.each')::int as real))
from pg_class
where reltuples > 1000 and relkind in ('r', 'i') and relpersistence <> 't'
  and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public');
