-- What may be published so that nobody can be identified: the policy of each dataset, what was told of it and when, quotes released by hand.
create schema if not exists disclosure;

create table disclosure.dataset (
  dataset_code text primary key,
  name jsonb not null,
  created_at timestamptz not null
);
comment on table disclosure.dataset is 'One thing that is counted, told in tables of many cuts: all that is told of it is judged together.';

create table disclosure.policy (
  policy_id uuid primary key,
  dataset_code text not null references disclosure.dataset (dataset_code),
  least integer not null check (least >= 3),
  shows_zero boolean not null,
  least_population integer not null check (least_population >= 0),
  rounding text not null check (rounding in ('none', 'controlled_5')),
  reason text not null,
  state text not null check (state in ('asked', 'standing', 'replaced', 'refused')),
  asked_by uuid,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer_note text,
  check (answered_by is null or answered_by <> asked_by)
);
comment on table disclosure.policy is 'What may be told of a dataset, who asked for it, why, and who agreed where it lets more be told than before.';
create unique index policy_standing on disclosure.policy (dataset_code) where state = 'standing';
create unique index policy_asked on disclosure.policy (dataset_code) where state = 'asked';

create table disclosure.release (
  release_id uuid primary key,
  dataset_code text not null references disclosure.dataset (dataset_code),
  cut_key text not null,
  cut jsonb not null,
  counted jsonb not null,
  released jsonb not null,
  hierarchies jsonb not null,
  policy jsonb not null,
  snapshot text,
  epoch integer not null check (epoch > 0),
  state text not null check (state in ('standing', 'replaced')),
  released_by uuid,
  released_at timestamptz not null
);
comment on table disclosure.release is 'A table that was told. It is kept for ever: whoever has it can compare it with what is told later.';
comment on column disclosure.release.cut_key is 'The cut and the layout of the table in a word: a release replaces the one before it that has the same.';
comment on column disclosure.release.counted is 'As it was counted, with what is hidden: for judging what is told later, and for the audit; never published.';
comment on column disclosure.release.epoch is 'Releases of one epoch were counted over the same records, as far as anybody outside can see.';
create unique index release_standing on disclosure.release (dataset_code, cut_key) where state = 'standing';
create index release_of_dataset on disclosure.release (dataset_code, released_at);

create table disclosure.quote (
  quote_id uuid primary key,
  language text not null check (language in ('ar', 'fr', 'en')),
  words text not null,
  attribution text not null check (attribution in ('none', 'area', 'age_group', 'role')),
  attributed_to text,
  group_size integer check (group_size > 0),
  state text not null check (state in ('proposed', 'released', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  check (released_by is null or released_by <> proposed_by),
  check ((attribution = 'none') = (attributed_to is null)),
  check ((attribution = 'none') = (group_size is null))
);
comment on table disclosure.quote is 'What somebody said, in their own words, told to everybody once a second person has read it; with one thing said of them at most.';
comment on column disclosure.quote.group_size is 'How many people the attribution could mean, as the proposer knows: fewer than the public least group is refused.';
