-- The next charge is told by when money is taken, an hour after it is due.
update giving.plan set next_charge_at = next_charge_at + interval '1 hour' where next_charge_at is not null;
