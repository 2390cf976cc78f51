-- Ten years of a journal: zabuton.entries payments and what became of some of them, as many each day, in the order of their
-- days, each as ledger.book would have written it. All months but the last are closed, each by its own snapshot.
set session_replication_role = replica;

insert into ledger.entry (id, source, kind, occurred_on, booked_on, lines)
overriding system value
select n, 'stripe:txn_' || md5(n::text), case when n % 25 = 0 then 'REFUND' else 'CHARGE' end, day, day, 4
from generate_series(1, current_setting('zabuton.entries')::bigint) n,
     lateral (select date '2016-11-01' + (n * 3650 / current_setting('zabuton.entries')::bigint)::int) as d (day);

select setval(pg_get_serial_sequence('ledger.entry', 'id'), (select max(id) from ledger.entry));

insert into ledger.posting (entry_id, line, account, fund, yen, booked_on)
select e.id, l.line, l.account, l.fund, case when e.kind = 'REFUND' then -l.yen else l.yen end, e.booked_on
from ledger.entry e,
     lateral (values (1, 'STRIPE_BALANCE', null, 2892),
                     (2, 'PAYMENT_FEES', 'OPERATIONS', 108),
                     (3, 'DONATIONS', (array['FOOD', 'FOSTER_CHILDREN', 'CLOTHING', 'MEDICAL'])[1 + e.id % 4], -2550),
                     (4, 'DONATIONS', 'OPERATIONS', -450)) as l (line, account, fund, yen);

reset session_replication_role;

analyze ledger.entry;
analyze ledger.posting;

select ledger.sum_up();

analyze ledger.day_sum;

select bookkeeping.sum_up(), reporting.sum_up();

-- Behind these entries stands nobody; so many that everybody may see the months.
update reporting.month_sum set givers = 1000;

set session_replication_role = replica;

insert into closing.period (month, id, began_at, began_by, closed_at, closed_by, approval, snapshot)
select m, gen_random_uuid(), m + interval '1 month', 'years', m + interval '1 month', 'years', gen_random_uuid(),
       closing.snapshot(m::date)
from generate_series(date '2016-11-01', (select max(booked_on) from ledger.entry) - interval '2 months', interval '1 month') m;

insert into ledger.closed_period (last_day)
select max(month) + interval '1 month' - interval '1 day' from closing.period;

reset session_replication_role;

analyze;
