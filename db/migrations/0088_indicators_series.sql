-- Series that are brought in (issue 6): how often a source speaks, groups within a population, corrections with their history, approval
-- by somebody else, and files of statistics offices and of DHIS2.

alter table indicators.indicator drop constraint indicator_kind_check;
alter table indicators.indicator add constraint indicator_kind_check check (kind in ('programme', 'plan', 'population'));
alter table indicators.indicator drop constraint indicator_unit_check;
alter table indicators.indicator add constraint indicator_unit_check check (unit in ('ratio', 'count', 'days', 'rate', 'words'));
alter table indicators.indicator
  add column frequency text not null default 'year' check (frequency in ('month', 'quarter', 'half_year', 'year', 'two_years', 'five_years')),
  add column factor integer not null default 1 check (factor in (1, 100, 1000, 10000, 100000)),
  add column names_elsewhere text[] not null default '{}',
  add column version integer not null default 1,
  add check (unit = 'rate' or factor = 1);
comment on column indicators.indicator.kind is 'Whose figure it is: of what we do (programme, counted), of how the plan is carried out (plan), of how people are (population). Never mixed.';
comment on column indicators.indicator.factor is 'Of a rate: of how many it is told, such as 100000.';
comment on column indicators.indicator.names_elsewhere is 'What sources call it, as their files name it.';

alter table indicators.observation drop constraint observation_pkey;
alter table indicators.observation
  add column cut text not null default '' check (length(cut) <= 200),
  add column state text not null default 'approved' check (state in ('provisional', 'approved')),
  add column note jsonb,
  add column source text,
  add column import_id uuid,
  add column written_by uuid,
  add column approved_by uuid,
  add column approved_at timestamptz,
  add column version integer not null default 1,
  add primary key (indicator_id, area_id, starts_on, cut);
alter table indicators.observation alter column state set default 'provisional';
comment on column indicators.observation.cut is 'Of which part of the population, such as `sex:f` or `age:15-24|sex:f`; empty is all of it.';
comment on column indicators.observation.note is 'LocalizedText: what a qualitative measure says.';
comment on column indicators.observation.source is 'The file or person that it came from.';

create table indicators.former_observation (
  indicator_id uuid not null,
  area_id uuid not null,
  starts_on date not null,
  cut text not null,
  version integer not null,
  numerator double precision,
  denominator double precision,
  value double precision,
  note jsonb,
  source text,
  reason text,
  replaced_by uuid,
  replaced_at timestamptz not null,
  primary key (indicator_id, area_id, starts_on, cut, version),
  foreign key (indicator_id, area_id, starts_on, cut) references indicators.observation (indicator_id, area_id, starts_on, cut)
);
comment on table indicators.former_observation is 'What an observation said before it was corrected, and why.';

create table indicators.series_import (
  import_id uuid primary key,
  file_name text not null,
  format text not null check (format in ('table', 'dhis2', 'sdmx')),
  status text not null check (status in ('read', 'written', 'discarded')),
  rows jsonb,
  outcome jsonb not null,
  requested_by uuid,
  requested_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'read') = (ended_at is null)),
  check ((status = 'read') = (rows is not null))
);
comment on table indicators.series_import is 'A file of observations: read and shown first, written or given up then; its rows are kept until then.';

create table indicators.series_refusal (
  import_id uuid not null references indicators.series_import (import_id),
  ordinal integer not null,
  at integer not null,
  field text,
  value text,
  code text not null,
  primary key (import_id, ordinal)
);
comment on table indicators.series_refusal is 'What of a file was not taken, by its place in it.';
