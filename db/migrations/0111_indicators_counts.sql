-- What a source counts: of people a few are told to nobody; of things, such as meetings or services, each may be told.
alter table indicators.indicator add column counts text not null default 'people' check (counts in ('people', 'things'));
comment on column indicators.indicator.counts is 'Of what is brought in, whether people are counted; said once, when the measure is added. Of what modules publish the module says it.';
