create schema if not exists indicators;

create table indicators.indicator (
  indicator_id uuid primary key,
  code text not null unique,
  name jsonb not null,
  definition jsonb not null,
  kind text not null check (kind in ('programme', 'population')),
  recipe text check (recipe in ('closure_rate', 'got_help_rate', 'confirmed_help_rate', 'median_days_to_answer', 'answered_in_time_rate', 'referrals_sent', 'wanted_needs', 'fresh_services_rate')),
  need_code text references directory.need (need_code),
  unit text not null check (unit in ('ratio', 'count', 'days')),
  better text not null check (better in ('up', 'down')),
  source jsonb not null,
  owner_organisation_id uuid references organisations.organisation (organisation_id),
  created_at timestamptz not null,
  check ((kind = 'programme') = (recipe is not null))
);
comment on table indicators.indicator is 'A measure and its recipe. A programme measure is computed from the records, never typed.';

create table indicators.observation (
  indicator_id uuid not null references indicators.indicator (indicator_id),
  area_id uuid not null references territory.area (area_id),
  starts_on date not null,
  ends_on date not null,
  numerator double precision,
  denominator double precision,
  value double precision,
  observed_on date not null,
  primary key (indicator_id, area_id, starts_on),
  check (starts_on < ends_on),
  check (denominator is null or denominator > 0)
);
comment on table indicators.observation is 'A population measure as its source gave it. Half-open period. Missing is not zero: then there is no row.';
