-- Who leaves another card is not to wait for the next try that Stripe has planned.
alter table payments.wish
    drop constraint wish_kind_check,
    add constraint wish_kind_check check (kind in
        ('TERMS', 'DAY', 'PAUSE', 'RESUME', 'STOP', 'UNDO_STOP', 'STOP_NOW', 'CARD', 'RETRY'));
