-- A plan has one reference, that of its first pledge. Other terms of it have none of their own; those that were given
-- one before keep it, because links with it were mailed.
alter table giving.pledge alter column reference drop not null;
alter table giving.pledge add check (reference is not null or plan is not null);
