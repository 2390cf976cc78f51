-- Each serves a statement that had to read its whole table, or all of it that is not over yet.
create index on giving.farewell (plan);
create index on giving.public_name (state, chosen_at, id);
create index payment_awaiting on payments.payment (pay_by) where status = 'AWAITING' and reminded_at is null;
create index payment_open on payments.payment (tried_at) where status in ('REQUESTED', 'OPEN', 'AWAITING');
create index plan_past_due on payments.plan (id) where status = 'PAST_DUE';
create index on payments.wish (plan);
create index receipt_to_destroy on receipts.receipt (kept_until) where not destroyed;
create index on supporters.address_change (revocable_until);
create index on supporters.proof (address_index);
create index on supporters.session (ends_at);
create index on supporters.session (seen_at);
create index on supporters.supporter (index_key_id);
create index on supporters.tries (who);
