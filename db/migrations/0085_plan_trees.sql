-- Plans at any level of the territory, each with its own names for its levels, one under another (M2.3).
create table plan.level (
  plan_id uuid not null references plan.plan (plan_id),
  code text not null,
  rank smallint not null check (rank between 1 and 12),
  kind text not null check (kind in ('priority', 'goal', 'initiative')),
  name jsonb not null,
  primary key (plan_id, code)
);
comment on table plan.level is 'What a plan calls its levels, and what each is for: a direction, an aim with targets, or work with progress.';
comment on column plan.level.rank is 'What is under something else has the same rank or a higher number; several levels may share one.';

insert into plan.level (plan_id, code, rank, kind, name)
select plan_id, code, rank, code, name_text::jsonb
from plan.plan, (values
  ('priority', 1, '{"ar": "أولوية", "fr": "Priorité", "en": "Priority"}'),
  ('goal', 2, '{"ar": "هدف", "fr": "Objectif", "en": "Goal"}'),
  ('initiative', 3, '{"ar": "مبادرة", "fr": "Initiative", "en": "Initiative"}')
) as level (code, rank, name_text);

alter table plan.plan
  add column reach text not null default 'region' check (reach in ('nation', 'region', 'municipality', 'neighbourhood')),
  add column parent_plan_id uuid references plan.plan (plan_id),
  add column previous_plan_id uuid references plan.plan (plan_id),
  add column report_every_months smallint not null default 3 check (report_every_months between 1 and 24),
  add column adopted_on date,
  add column resolution text,
  add column review_on date,
  add column published_at timestamptz,
  add column archived_at timestamptz,
  add column version integer not null default 1,
  add column updated_at timestamptz;
update plan.plan set updated_at = created_at, published_at = case when is_public then created_at end;
alter table plan.plan alter column updated_at set not null, add check (parent_plan_id <> plan_id);
create index plan_of_parent on plan.plan (parent_plan_id);
comment on column plan.plan.reach is 'The level of territory it is a plan of; a national plan is held for the whole of this territory.';
comment on column plan.plan.report_every_months is 'How often news of each initiative is due; half as long again without any, and there is no recent data.';

alter table plan.item
  add column level_code text,
  add column weight double precision not null default 1 check (weight > 0 and weight <= 1000),
  add column share_done smallint check (share_done between 0 and 100),
  add column reported_at timestamptz,
  add column serves_item_id uuid references plan.item (item_id);
update plan.item set level_code = kind, reported_at = case when progress is not null then updated_at end;
alter table plan.item
  alter column level_code set not null,
  drop column kind,
  add foreign key (plan_id, level_code) references plan.level (plan_id, code);
create index item_of_parent on plan.item (parent_item_id);
create index item_serves on plan.item (serves_item_id);
comment on table plan.item is 'A node of a plan, at one of the plan''s own levels; the tree may be of any depth.';
comment on column plan.item.serves_item_id is 'The node of a plan above that this one serves.';
comment on column plan.item.reported_at is 'When somebody last said how it goes.';

alter table plan.target
  drop constraint target_target_kind_check,
  add constraint target_target_kind_check check (target_kind in ('absolute', 'relative', 'maintain')),
  add column tolerance double precision check (tolerance >= 0),
  add column every_months smallint not null default 12 check (every_months between 1 and 60),
  add column path jsonb not null default '[]';
comment on column plan.target.tolerance is 'Where target_kind is maintain: how far from the target a figure may be and still be kept.';
comment on column plan.target.path is 'Where the figure should be by which days on the way; without any, an even pace is expected.';
