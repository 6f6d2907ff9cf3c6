-- What a node of a plan says beside its words: for whom, with whom, by when, with what money, and why it should work (W5–W7, W12).
create table plan.item_detail (
  item_id uuid primary key references plan.item (item_id) on delete cascade,
  owner_account_id uuid,
  levers text[] not null default '{}',
  populations text[] not null default '{}',
  area_ids uuid[] not null default '{}',
  factors text[] not null default '{}',
  budget jsonb not null default '[]',
  evidence jsonb not null default '[]',
  programmes jsonb not null default '[]',
  logic jsonb not null default '{}'
);
create index item_detail_owner on plan.item_detail (owner_account_id);
comment on table plan.item_detail is 'The details of one node; written and read whole (contract/details.ts).';
comment on column plan.item_detail.owner_account_id is 'The colleague of the lead organisation who is asked how it goes; never public.';

create table plan.partner (
  item_id uuid not null references plan.item (item_id) on delete cascade,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  sort smallint not null,
  promise jsonb not null,
  state text not null check (state in ('open', 'kept', 'dropped')),
  primary key (item_id, sort)
);
create index partner_organisation on plan.partner (organisation_id);
comment on table plan.partner is 'What an organisation beside the lead promised for a node.';

create table plan.milestone (
  item_id uuid not null references plan.item (item_id) on delete cascade,
  sort smallint not null,
  due_on date not null,
  words jsonb not null,
  done_on date,
  primary key (item_id, sort)
);
comment on table plan.milestone is 'What is to be reached by a day on the way.';

create table plan.news (
  news_id uuid primary key,
  item_id uuid not null references plan.item (item_id) on delete cascade,
  progress text check (progress in ('planned', 'under_way', 'delayed', 'done', 'stopped')),
  share_done smallint check (share_done between 0 and 100),
  story text not null default '',
  story_locale text not null check (story_locale in ('ar', 'fr', 'en')),
  obstacle text not null default '',
  said_by text not null check (said_by in ('planner', 'owner', 'link')),
  account_id uuid,
  said_at timestamptz not null
);
create index news_item on plan.news (item_id, said_at desc);
comment on table plan.news is 'What was said of a node, by period; the newest is what the plan shows.';
comment on column plan.news.account_id is 'Which colleague said it; null where a link did.';

insert into plan.news (news_id, item_id, progress, share_done, story_locale, said_by, said_at)
select gen_random_uuid(), item_id, progress, share_done, 'ar', 'planner', reported_at from plan.item
where reported_at is not null;
