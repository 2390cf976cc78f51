-- Rows of the bank are looked for by what they brought.
create index payout_by_sum on payments.payout (yen, arrives_on);
