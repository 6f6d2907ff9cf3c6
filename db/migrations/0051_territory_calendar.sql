-- The week and the holidays of a territory are its data: what is counted in working days is counted by them.

create table territory.week (
  area_id uuid primary key references territory.area (area_id),
  working_days smallint[] not null check (cardinality(working_days) > 0 and working_days <@ '{1,2,3,4,5,6,7}'),
  opens_at text not null check (opens_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes_at text not null check (closes_at ~ '^([01]\d|2[0-3]):[0-5]\d$' and closes_at > opens_at),
  updated_at timestamptz not null
);
comment on table territory.week is 'The working week of an area, and of all below it that have none of their own.';
comment on column territory.week.working_days is 'ISO 8601: Monday is 1.';

create table territory.holiday (
  area_id uuid not null references territory.area (area_id),
  on_day date not null,
  name jsonb not null,
  is_worked boolean not null default false,
  updated_at timestamptz not null,
  primary key (area_id, on_day)
);
comment on table territory.holiday is 'A day on which an area, and all below it, does not work although its week says so.';
comment on column territory.holiday.name is 'LocalizedText.';
comment on column territory.holiday.is_worked is 'This area works on a day that is a holiday of the one it lies in.';
