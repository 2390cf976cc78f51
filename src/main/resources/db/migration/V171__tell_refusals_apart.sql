-- Whether the bank has refused for good, so that only another card is tried.
alter table payments.overdue add column needs_card boolean not null default false;

-- What a plan's customer has chosen last at Stripe, older or newer than what is charged.
alter table payments.plan add column customers_method text;

-- A plan whose charge is not tried any more is ended by us where Stripe leaves it as it is.
alter table payments.wish
    drop constraint wish_kind_check,
    add constraint wish_kind_check check (kind in
        ('TERMS', 'DAY', 'PAUSE', 'RESUME', 'STOP', 'UNDO_STOP', 'STOP_NOW', 'CARD', 'RETRY', 'ALIGN',
         'GIVE_UP'));
