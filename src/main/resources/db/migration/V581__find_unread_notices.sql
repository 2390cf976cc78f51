-- What Stripe has told and nobody has followed yet: few, unless something is wrong.
create index inbox_waiting on payments.inbox (received_at, event_id) where done_at is null;
