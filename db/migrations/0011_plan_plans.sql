create schema if not exists plan;

create table plan.plan (
  plan_id uuid primary key,
  area_id uuid not null references territory.area (area_id),
  name jsonb not null,
  vision jsonb not null,
  starts_on date not null,
  ends_on date not null,
  is_public boolean not null default false,
  created_at timestamptz not null,
  check (starts_on < ends_on)
);
comment on table plan.plan is 'A region''s community safety and well-being plan.';

create table plan.item (
  item_id uuid primary key,
  plan_id uuid not null references plan.plan (plan_id),
  parent_item_id uuid references plan.item (item_id),
  kind text not null check (kind in ('priority', 'goal', 'initiative')),
  number text not null,
  title jsonb not null,
  description jsonb,
  framework_areas text[] not null default '{}',
  lever text check (lever in ('capital', 'service_delivery', 'regulation', 'advocacy', 'collaboration', 'partnership')),
  lead_organisation_id uuid references organisations.organisation (organisation_id),
  progress text check (progress in ('planned', 'under_way', 'delayed', 'done', 'stopped')),
  starts_on date,
  due_on date,
  version integer not null default 1,
  updated_at timestamptz not null,
  unique (plan_id, number)
);
comment on table plan.item is 'A priority, a goal under it or an initiative under that; the tree may be of any depth.';
comment on column plan.item.framework_areas is 'social_development, prevention, risk_intervention, incident_response.';
comment on column plan.item.progress is 'How an initiative goes, as its lead says; what it brings is computed, see plan.target.';

create table plan.target (
  target_id uuid primary key,
  item_id uuid not null references plan.item (item_id),
  indicator_id uuid not null references indicators.indicator (indicator_id),
  baseline double precision,
  baseline_starts_on date,
  baseline_ends_on date,
  target_kind text not null check (target_kind in ('absolute', 'relative')),
  target double precision not null,
  due_on date not null,
  created_at timestamptz not null,
  unique (item_id, indicator_id)
);
comment on table plan.target is 'What a goal aims at: an indicator, where it stood, where it is to be and when (D0).';
comment on column plan.target.target is 'The value itself, or where target_kind is relative the change from the baseline: 0.25 is 25 % up.';
