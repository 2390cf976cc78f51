-- What Stripe tells is read again and again, by whichever node takes the turn.
insert into outbox.work (kind, key, due_at, since)
values ('payments.news', 'stripe', now(), now()), ('payments.events', 'stripe', now(), now());
