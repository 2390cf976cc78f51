-- What was decided last about something is said where that something is shown.
create index approval_subject on approvals.approval (subject, number);
