-- Owners without an account say how one node goes by a link; what a plan must contain is checked (W5, W11, W13).
create table plan.owner_link (
  link_id uuid primary key,
  item_id uuid not null references plan.item (item_id) on delete cascade,
  digest bytea not null unique,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_count integer not null default 0,
  used_at timestamptz
);
create index owner_link_item on plan.owner_link (item_id, made_at desc);
comment on table plan.owner_link is 'An address by which whoever answers for one node says how it goes, and nothing else; only its digest is kept.';
comment on column plan.owner_link.used_count is 'How often something was said by it.';

create table plan.consultation (
  consultation_id uuid primary key,
  plan_id uuid not null references plan.plan (plan_id),
  population text not null,
  held_on date not null,
  way text not null check (way in ('meeting', 'survey', 'interviews', 'focus_group', 'outreach', 'online')),
  organisation_id uuid references organisations.organisation (organisation_id),
  said jsonb,
  noted_by uuid,
  noted_at timestamptz not null
);
create index consultation_plan on plan.consultation (plan_id, population, held_on desc);
comment on table plan.consultation is 'Which groups were asked for a plan, when, how and by whom, and what they said in short: nobody by name.';

create table plan.check_answer (
  plan_id uuid not null references plan.plan (plan_id),
  code text not null,
  is_met boolean not null,
  note text not null default '',
  answered_by uuid,
  answered_at timestamptz not null,
  primary key (plan_id, code)
);
comment on table plan.check_answer is 'What a planner answered where the program cannot answer by itself.';
