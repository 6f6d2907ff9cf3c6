-- The partnership itself (issue 6): whether a partner can begin (D2.1), what went wrong between partners (D2.2), with whom the region works together
-- beyond itself (M8). Nothing in it is about a resident.
create schema if not exists partnership;

create table partnership.assessment (
  assessment_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  dimension text not null check (dimension in ('technology', 'staff', 'data_protection', 'languages', 'agreements', 'finance', 'training')),
  level smallint not null check (level between 0 and 3),
  evidence text not null,
  obstacle text,
  step text,
  step_due_on date,
  assessed_on date not null,
  assessed_by uuid,
  created_at timestamptz not null,
  check (step_due_on is null or step is not null)
);
comment on table partnership.assessment is 'How ready an organisation is in one respect, each time that somebody looked; the newest day stands, and none is taken back.';
comment on column partnership.assessment.level is '0 nothing there, 1 begun, 2 works, 3 works and is kept up.';
comment on column partnership.assessment.obstacle is 'What keeps it out in this respect; step is what was agreed to do about it, and until when.';
create index assessment_organisation on partnership.assessment (organisation_id, dimension, assessed_on desc, assessment_id desc);

create table partnership.issue (
  issue_id uuid primary key,
  kind text not null check (kind in ('communication', 'data', 'capacity', 'agreement', 'technology', 'quality', 'funding', 'other')),
  title text not null,
  wording text not null,
  raised_by_organisation_id uuid not null references organisations.organisation (organisation_id),
  raised_on date not null,
  state text not null default 'open' check (state in ('open', 'solved', 'accepted')),
  settled_on date,
  created_at timestamptz not null,
  check ((state = 'open') = (settled_on is null))
);
comment on table partnership.issue is 'What does not go well between organisations; never about a resident.';

create table partnership.issue_party (
  issue_id uuid not null references partnership.issue (issue_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  primary key (issue_id, organisation_id)
);
create index issue_party_organisation on partnership.issue_party (organisation_id);

create table partnership.issue_word (
  word_id uuid primary key,
  issue_id uuid not null references partnership.issue (issue_id),
  state text not null check (state in ('open', 'solved', 'accepted')),
  words text not null,
  said_by uuid,
  said_at timestamptz not null
);
comment on table partnership.issue_word is 'What was tried, and what solved it.';
create index issue_word_of on partnership.issue_word (issue_id, said_at);

create table partnership.cooperation (
  cooperation_id uuid primary key,
  kind text not null check (kind in ('territorial', 'national', 'university', 'private', 'international')),
  frame text check (frame in ('bilateral', 'european_union', 'council_of_europe', 'united_nations', 'arab_league', 'south_south')),
  partner text not null,
  place text not null,
  subject jsonb not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  starts_on date not null,
  last_day date,
  budget numeric(16, 2) check (budget >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('prepared', 'running', 'ended', 'given_up')),
  outcome jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (last_day is null or starts_on <= last_day),
  check ((kind = 'international') = (frame is not null)),
  check ((budget is null) = (currency is null))
);
comment on table partnership.cooperation is 'With whom the region works together beyond its own organisations (M8): other territories, the state, universities, firms, other countries.';
comment on column partnership.cooperation.place is 'Where the partner is from: a country or a part of the world, as people call it.';
