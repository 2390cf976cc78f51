-- A receipt has its number before it is printed, so that nobody waits for a number while a document is made. What it says
-- lies in the vault until then; the first print is the document, for good.
alter table receipts.receipt alter column sha256 drop not null;
grant update (sha256) on receipts.receipt to "${appRole}";

create function receipts.printed_once() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
begin
    raise exception 'receipt % is printed already', old.number using errcode = 'check_violation';
end
$$;

create trigger printed_once before update of sha256 on receipts.receipt
    for each row when (old.sha256 is not null and new.sha256 is distinct from old.sha256)
    execute function receipts.printed_once();
