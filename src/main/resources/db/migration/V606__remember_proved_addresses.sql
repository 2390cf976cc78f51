-- When whoever reads the mails of this address has signed in by it first: from then on it is theirs, and nobody of the
-- staff writes another one in its place.
alter table supporters.supporter add column proved_at timestamptz;

update supporters.supporter s set proved_at = (select min(begun_at) from supporters.session where supporter_id = s.id)
where exists (select from supporters.session where supporter_id = s.id);
