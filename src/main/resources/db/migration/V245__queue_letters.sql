-- A letter that waits is due work like any other. One that can't be delivered is parked, and says so itself as well.
insert into outbox.work (kind, key, due_at, since, attempts)
select 'mail.letter', id::text, due_at, queued_at, attempts from mail.letter where state = 'waiting';

insert into outbox.work (kind, key, due_at, since, attempts, parked_at, failure)
select 'mail.letter', id::text, due_at, queued_at, attempts, closed_at, 'undeliverable'
from mail.letter where state = 'undeliverable';

alter table mail.letter drop column due_at, drop column attempts;
