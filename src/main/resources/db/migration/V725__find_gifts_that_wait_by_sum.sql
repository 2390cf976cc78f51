-- Gifts whose money may come over the bank after all are looked for by what it would be.
create index pledge_waits_by_sum on giving.pledge ((gift + cover), made_at)
    where frequency = 'ONCE' and status in ('AWAITING_PAYMENT', 'ENDED');
