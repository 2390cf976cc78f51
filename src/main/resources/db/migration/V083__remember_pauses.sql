-- Stripe takes up collecting long before the next charge, which is what the giver has to be told of ahead.
alter table giving.plan add column after_pause boolean not null default false;
alter table giving.plan drop column paused_until;
grant update (after_pause) on giving.plan to ${appRole};
