-- What a plan was for after a change, so that a change of that can be told from and to. Until now none could change.
alter table giving.happening add column fund text references ledger.fund;

update giving.happening h set fund = p.fund
from (select distinct plan, fund from giving.pledge where plan is not null) p
where h.about = p.plan and h.frequency is not null;
