-- Whether somebody came in by the spare way: then they approve nothing and change nobody's roles.
alter table staff.session add column spare boolean not null default false;
