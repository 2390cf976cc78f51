-- What the charge takes that lies as a draft for an hour, in yen: terms that change meanwhile don't change it.
alter table payments.plan add drafted bigint;
