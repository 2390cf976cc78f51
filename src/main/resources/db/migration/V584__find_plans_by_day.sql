-- How many plans there were on a day: those that had begun less those that were over.
create index plan_started on giving.plan (started_at) where started_at is not null;
create index plan_ended on giving.plan (ended_at) where started_at is not null and ended_at is not null;
