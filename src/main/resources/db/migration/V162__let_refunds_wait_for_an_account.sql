-- Who paid at a store has to name an account for a refund. A refund that waits or is on its way is asked about again
-- and again: it may come back.
alter table payments.refund drop constraint refund_status_check;
alter table payments.refund add constraint refund_status_check
    check (status in ('REQUESTED', 'NEEDS_ACCOUNT', 'PENDING', 'SUCCEEDED', 'FAILED', 'REFUSED'));
alter table payments.refund add needed_by timestamptz;

create index refund_under_way on payments.refund (due_at) where status in ('NEEDS_ACCOUNT', 'PENDING');
