-- When the payer was told that the code lapses the day after; once.
alter table payments.payment add reminded_at timestamptz;
