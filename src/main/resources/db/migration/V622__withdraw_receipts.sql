-- Staff void a receipt that says something wrong.
alter table receipts.receipt drop constraint receipt_void_for_check;
alter table receipts.receipt add constraint receipt_void_for_check
    check (void_for in ('REISSUED', 'MONEY_WENT_BACK', 'WITHDRAWN'));

-- The desk lists receipts, the latest first, and finds those of a payment, also those that no longer hold.
create index receipt_by_time on receipts.receipt (issued_at, id);
create index receipt_payment_payment on receipts.payment (payment);
