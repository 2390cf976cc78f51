-- Each plan that runs says itself when something of it is to be told ahead.
insert into outbox.work (kind, key, due_at, since)
select 'giving.notice', id::text, now(), now() from giving.plan where ended_at is null and started_at is not null;

-- What is looked for every hour is found without reading all plans.
create index plan_card_expires on payments.plan (card_expires)
    where status in ('ACTIVE', 'PAST_DUE') and stops_at is null;
create index overdue_untried on payments.overdue (billed_at) where next_attempt_at is null;
