-- Stored events are called by the names that they declare, with a version, so that a class can be renamed or moved.
update outbox.event set type = declared.name
from (values
    ('AddressReplaced', 'supporters.address-replaced.1'),
    ('ChargeCorrected', 'giving.charge-corrected.1'),
    ('CodeLapsing', 'payments.code-lapsing.1'),
    ('DisputeClosed', 'payments.dispute-closed.1'),
    ('DisputeMoved', 'payments.dispute-moved.1'),
    ('DisputeOpened', 'payments.dispute-opened.1'),
    ('GiftCharged', 'giving.gift-charged.1'),
    ('PaymentAwaiting', 'payments.payment-awaiting.1'),
    ('PaymentEnded', 'payments.payment-ended.1'),
    ('PaymentHeld', 'payments.payment-held.1'),
    ('PaymentRefunded', 'payments.payment-refunded.1'),
    ('PaymentSettled', 'payments.payment-settled.1'),
    ('PlanCardExpiring', 'payments.plan-card-expiring.1'),
    ('PlanChangeRefused', 'payments.plan-change-refused.1'),
    ('PlanChanged', 'payments.plan-changed.1'),
    ('PlanChargeDropped', 'payments.plan-charge-dropped.1'),
    ('PlanChargeFailed', 'payments.plan-charge-failed.1'),
    ('PlanChargeRecovered', 'payments.plan-charge-recovered.1'),
    ('PlanEnded', 'payments.plan-ended.1'),
    ('PlanHeld', 'payments.plan-held.1'),
    ('PlanStarted', 'payments.plan-started.1'),
    ('RefundFailed', 'payments.refund-failed.1'),
    ('RefundMoved', 'payments.refund-moved.1'),
    ('RefundUnderWay', 'payments.refund-under-way.1')) as declared (class, name)
where type = declared.class;

-- The claim, and what became of single streams, are asked for all the time.
drop index outbox.delivery_waiting;
create index delivery_waiting on outbox.delivery (event_id, handler) where done_at is null;
create index event_by_stream on outbox.event (stream, id);
create index delivery_waiting_by_stream on outbox.delivery (stream) where done_at is null;
