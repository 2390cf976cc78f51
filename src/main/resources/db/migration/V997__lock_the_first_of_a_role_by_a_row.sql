-- Who decides whether somebody is the first of a role waits for others that do, at a row (infra/postgresql-features.md).
create table staff.role_lock (one boolean primary key default true check (one));
insert into staff.role_lock default values;
grant select, update on staff.role_lock to "${appRole}";
