-- The desk lists plans, those that began last first.
create index plan_begun on giving.plan (begun_at, reference);
