-- What was mailed to prove an address lies under one key for all of a day, which is destroyed when the day in Tokyo is over. So
-- mailed codes leave nothing behind that grows with their number: no row of their own here, no file in the key directory.
create table vault.day (
    day date primary key,
    subject_id uuid not null unique references vault.subject
);
grant select, insert on vault.day to "${appRole}";

-- Codes that are under way, each under a key of its own, are good no more; they were for fifteen minutes.
update vault.subject set erased_at = now()
where erased_at is null and id in (select subject_id from supporters.proof);
delete from vault.box where subject_id in (select subject_id from supporters.proof);
delete from supporters.proof;

-- A start asks whether the database still holds keys.
create index key_in_the_database on vault.subject (id) where wrapped_key is not null;
