-- A refund of money that Stripe never had waits for a hand.
create index refund_requested on payments.refund (requested_at, id) where status = 'REQUESTED';
