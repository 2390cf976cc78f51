-- From which day in Japan the charges are to be counted, whatever Stripe counts in UTC.
alter table payments.plan add column counted_from date;

update payments.plan set counted_from = (anchor at time zone 'Asia/Tokyo')::date where anchor is not null;

alter table payments.wish
    drop constraint wish_kind_check,
    add constraint wish_kind_check check (kind in
        ('TERMS', 'DAY', 'PAUSE', 'RESUME', 'STOP', 'UNDO_STOP', 'STOP_NOW', 'CARD', 'RETRY', 'ALIGN'));
