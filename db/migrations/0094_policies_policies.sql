-- Laws, by-laws, strategies and budget rules that change what the plans can do (M5, D3.3): where each stands, and where we stand.
create schema policies;

create table policies.policy (
  policy_id uuid primary key,
  level text not null check (level in ('local', 'regional', 'national', 'international')),
  kind text not null check (kind in ('law', 'decree', 'by_law', 'strategy', 'convention', 'budget_rule', 'other')),
  title jsonb not null,
  body jsonb not null,
  changes jsonb not null,
  stage text not null check (stage in ('idea', 'consultation', 'draft', 'before_body', 'adopted', 'in_force', 'rejected', 'withdrawn', 'repealed')),
  stage_on date not null,
  position text not null check (position in ('for', 'for_with_changes', 'against', 'watching')),
  reasons jsonb,
  decided_by jsonb,
  decided_on date,
  next_on date,
  next_step jsonb,
  links text[] not null default '{}',
  is_public boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (decided_on is null or decided_by is not null)
);
comment on table policies.policy is 'A text of public policy that is followed: who decides on it, how far it is, and what we say of it.';
comment on column policies.policy.body is 'LocalizedText: who decides on it, such as a council or a parliament.';
comment on column policies.policy.changes is 'LocalizedText: what it changes for people.';
comment on column policies.policy.decided_by is 'LocalizedText: which body of ours decided on the position; never a person.';
comment on column policies.policy.is_public is 'Whether everyone reads it, with our position.';
create index policy_by_stage on policies.policy (stage, stage_on);

create table policies.stage (
  stage_id uuid primary key,
  policy_id uuid not null references policies.policy (policy_id),
  stage text not null check (stage in ('idea', 'consultation', 'draft', 'before_body', 'adopted', 'in_force', 'rejected', 'withdrawn', 'repealed')),
  reached_on date not null,
  note jsonb,
  said_by uuid,
  said_at timestamptz not null
);
comment on table policies.stage is 'Each stage that a text reached, and when; none is taken back.';
create index stage_of_policy on policies.stage (policy_id, reached_on, said_at);

create table policies.served_item (
  policy_id uuid not null references policies.policy (policy_id),
  item_id uuid not null references plan.item (item_id) on delete cascade,
  primary key (policy_id, item_id)
);
comment on table policies.served_item is 'The nodes of plans that a text serves; a node that is taken out of its plan is served no more.';
create index served_by_item on policies.served_item (item_id);

create view policies.published_policy as
select policy_id, level, kind, title, stage, stage_on, position, next_on, is_public from policies.policy;
comment on view policies.published_policy is 'What other modules may read of a text: where it stands and where we stand; it names nobody.';
