-- What was sold at counters stands on boards beside orders, by product and by means of payment.
create or replace view bookkeeping.change as
select e.id as entry, e.booked_on, m.payment, m.kind as movement, m.kind = 'CHARGE' as charge,
       case when p.plan is not null then 'PLAN' when o.id is not null then 'ORDER' when s.id is not null then 'COUNTER'
            else 'ONCE' end as origin,
       coalesce(nullif(p.method, ''),
                case when s.means = 'CASH' then 'cash' else split_part(m.source, ':', 1) end) as means,
       coalesce(line.sku, piece.sku) as sku, l.kind, l.fund, c.yen
from ledger.entry e
    join bookkeeping.movement m on m.source = e.source
    join bookkeeping.lot_change c on c.source = m.source
    join bookkeeping.lot l on l.id = c.lot
    left join payments.payment p on p.id = m.payment
    left join orders.orders o on o.payment = m.payment
    left join orders.line on l.part = 'LINE' and line.order_id = o.id and line.position = l.line
    left join counter.sale s on s.id = m.payment
    left join counter.line piece on l.part = 'LINE' and piece.sale = s.id and piece.position = l.line;

alter table bookkeeping.day_sum
    drop constraint day_sum_origin_check,
    add constraint day_sum_origin_check check (origin in ('PLAN', 'ORDER', 'COUNTER', 'ONCE'));
