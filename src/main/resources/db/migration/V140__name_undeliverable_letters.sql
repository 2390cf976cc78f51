-- What a letter was called that could not be sent: its subject's message, and the order or gift that it was about.
-- Neither names a person.
alter table mail.letter
    add column subject_key text,
    add column about text;
create index letter_undeliverable on mail.letter (closed_at desc, id) where state = 'undeliverable';
create index letter_undeliverable_about on mail.letter (about) where state = 'undeliverable';
