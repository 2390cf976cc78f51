-- A start looks whether the keys that it was given are the ones that people are sealed under.
create index subject_master_key on vault.subject (master_key_id) where erased_at is null;
