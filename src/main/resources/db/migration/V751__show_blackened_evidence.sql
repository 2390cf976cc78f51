-- A blackened picture of a file, drawn anew without what a camera tells. Its bytes lie in the vault beside the file
-- until somebody else has passed exactly these (their hash is what was signed); only then they are here, for everybody,
-- and they leave again when it is taken back.
create table evidence.picture (
    id         uuid        primary key,
    file_id    uuid        not null references evidence.file,
    hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    brought_by uuid        not null,
    brought_at timestamptz not null,
    passed_by  uuid        check (passed_by <> brought_by),
    passed_at  timestamptz,
    jpeg       bytea       check (encode(sha256(jpeg), 'hex') = hash),
    gone_by    uuid,
    gone_at    timestamptz,
    constraint passed_at_some_time check ((passed_by is null) = (passed_at is null)),
    constraint gone_at_some_time check ((gone_by is null) = (gone_at is null)),
    constraint public_once_passed check (jpeg is null or (passed_at is not null and gone_at is null))
);

create unique index one_public_picture on evidence.picture (file_id) where jpeg is not null;
create unique index one_waiting_picture on evidence.picture (file_id) where passed_at is null and gone_at is null;
create index picture_by_file on evidence.picture (file_id, brought_at);
create index public_picture on evidence.picture (hash) where jpeg is not null;

grant select, insert, update (passed_by, passed_at, jpeg, gone_by, gone_at) on evidence.picture to "${appRole}";
