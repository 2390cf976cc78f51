-- How often what is kept of a charge has changed. A receipt notes the count that it was made at, so
-- that a correction voids what was made before it, and never what was made after it.
alter table giving.charge add column corrections integer not null default 0 check (corrections >= 0);
grant update (corrections) on giving.charge to ${appRole};

alter table receipts.payment add column corrections integer not null default 0 check (corrections >= 0);
