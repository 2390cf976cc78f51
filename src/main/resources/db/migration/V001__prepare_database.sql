-- Nobody makes tables but the owner. The application signs in with a role that owns nothing (infra/database.sql makes
-- it): what it may do is granted beside each table.
revoke create on schema public from public;

-- Validity dates of one thing must not overlap; the exclusion constraints that say so need this.
create extension if not exists btree_gist with schema public;
