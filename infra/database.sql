-- Makes the database of the shop and its two roles. Once, as a superuser, on PostgreSQL 18 or later:
--
--   psql -d postgres -f infra/database.sql
--   psql -d postgres -c '\password zabuton_owner' -c '\password zabuton_application'
--
-- Passwords are asked for by \password, which sends them hashed: none is in a file, a history or a log.

-- Owns the tables and makes them, at the first start and at each new version.
create role zabuton_owner login;

-- What the shop signs in with. It owns nothing; migrations grant it what its statements need.
create role zabuton_application login;

create database zabuton owner zabuton_owner encoding 'UTF8' template template0;

-- Nobody but the two comes in.
revoke all on database zabuton from public;
grant connect on database zabuton to zabuton_application;
