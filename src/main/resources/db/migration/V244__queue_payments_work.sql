-- What payments had to do was kept by its own tables, each in a copy of the same columns.
insert into outbox.work (kind, key, due_at, since, attempts)
select 'payments.inbox', event_id, due_at, received_at, attempts from payments.inbox where done_at is null
union all
select 'payments.refund', id::text, due_at, requested_at, attempts from payments.refund where status = 'REQUESTED'
union all
select 'payments.check', id::text, check_at, check_at, 0 from payments.payment where check_at is not null
union all
select 'payments.plan-check', id::text, check_at, check_at, 0 from payments.plan where check_at is not null
union all
select 'payments.wish', plan::text, min(due_at), min(requested_at), 0 from payments.wish where status = 'REQUESTED' group by plan
union all
select 'payments.removal', plan::text, due_at, requested_at, attempts from payments.removal where done_at is null
union all
select 'payments.address', plan::text, due_at, due_at, attempts from payments.address where done_at is null;

-- A refund that is under way is asked about with its payment.
insert into outbox.work (kind, key, due_at, since)
select 'payments.check', payment::text, min(due_at), min(due_at) from payments.refund
where status in ('NEEDS_ACCOUNT', 'PENDING') group by payment
on conflict do nothing;

alter table payments.inbox drop column due_at, drop column attempts;
alter table payments.refund drop column due_at, drop column attempts;
alter table payments.wish drop column due_at, drop column attempts;
alter table payments.payment drop column check_at;
alter table payments.plan drop column check_at;

-- Of a payer who was erased Stripe is told once.
alter table payments.plan add column forgotten_at timestamptz;
update payments.plan p set forgotten_at = r.requested_at from payments.removal r where r.plan = p.id;
drop table payments.removal;
drop table payments.address;
