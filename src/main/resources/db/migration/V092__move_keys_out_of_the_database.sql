-- Persons' keys lie in a directory of their own (zabuton.vault.key-directory), so that no copy of the database, its write-ahead
-- log and old backups included, opens what an erased person told us. Keys that are here are moved at the next start.
alter table vault.subject
    drop constraint key_until_erased,
    add column key_destroyed_at timestamptz,
    add constraint destroyed_when_erased check (key_destroyed_at is null or erased_at is not null);

comment on column vault.subject.wrapped_key is 'Empty: moved to the key directory. To be dropped by a later migration.';
comment on column vault.subject.master_key_id is 'Which master key wraps the key in the directory; the key is not told by it.';

create index erased_with_key on vault.subject (id) where erased_at is not null and key_destroyed_at is null;

-- Which key directory belongs to this database.
create table vault.key_directory (
    id uuid primary key,
    only_one boolean not null default true unique check (only_one)
);
