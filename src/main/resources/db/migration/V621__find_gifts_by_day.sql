-- The desk lists gifts, those that arrived last first.
create index charge_by_day on giving.charge (charged_at, payment);
