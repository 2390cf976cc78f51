-- What was to go back and never left us, because Stripe refused the refund, is set aside for its payer like what came
-- back: a movement of no money, from the lots to suspense.
alter table bookkeeping.movement
    drop constraint movement_kind_check,
    add constraint movement_kind_check
        check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILED', 'DISPUTE', 'ATTRIBUTION', 'SET_ASIDE')),
    drop constraint only_refunds_have_refunds,
    add constraint only_refunds_have_refunds
        check (refund is null or kind in ('REFUND', 'REFUND_FAILED', 'SET_ASIDE')),
    drop constraint only_what_goes_back_is_held,
    add constraint only_what_goes_back_is_held
        check (held = 0 or kind in ('REFUND', 'REFUND_FAILED', 'DISPUTE', 'SET_ASIDE')),
    add constraint setting_aside_moves_nothing check (kind <> 'SET_ASIDE' or (yen, fee, excess) = (0, 0, 0));

-- The few payments of which anything was ever held.
create index movement_held on bookkeeping.movement (payment) where held <> 0;
