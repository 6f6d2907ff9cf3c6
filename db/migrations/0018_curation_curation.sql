-- How the directory is kept true: who looks after which entry, what is asked and suggested, what was found twice.
create schema if not exists curation;

create table curation.keeper (
  organisation_id uuid primary key references organisations.organisation (organisation_id),
  sealed_contact text not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  since timestamptz not null
);
comment on table curation.keeper is 'Who at an organisation keeps its entries true. Their name and how they are reached are sealed: they concern nobody else.';

create table curation.cadence (
  service_id uuid primary key references directory.service (service_id),
  months smallint not null check (months between 1 and 24),
  set_by uuid,
  set_at timestamptz not null
);
comment on table curation.cadence is 'How often a service is to be confirmed, where that is not the region''s six months.';

create table curation.link (
  link_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  digest bytea not null unique,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index link_organisation on curation.link (organisation_id);
comment on table curation.link is 'A link by which an organisation confirms its entries without an account; only a digest of it is kept.';

create table curation.suggestion (
  suggestion_id uuid primary key,
  digest bytea not null unique,
  kind text not null check (kind in ('change', 'closed', 'new', 'claim')),
  service_id uuid references directory.service (service_id),
  organisation_id uuid references organisations.organisation (organisation_id),
  link_id uuid references curation.link (link_id),
  proposals jsonb not null,
  message text,
  sealed_contact text,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  state text not null check (state in ('waiting', 'accepted', 'partly_accepted', 'rejected')),
  answer text,
  taken_fields text[] not null default '{}',
  version integer not null default 1,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null
);
create index suggestion_waiting on curation.suggestion (created_at, suggestion_id) where state = 'waiting';
create index suggestion_service on curation.suggestion (service_id);
comment on table curation.suggestion is 'What anyone says should be different in the directory, and what came of it.';
comment on column curation.suggestion.digest is 'Of the code by which whoever suggested it reads the answer.';
comment on column curation.suggestion.sealed_contact is 'How to reach who suggested it, if they said so; forgotten thirty days after the answer.';
comment on column curation.suggestion.proposals is 'Field and value, in the language of the suggestion.';

create table curation.pair (
  object text not null check (object in ('organization', 'service')),
  one_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  score real not null,
  state text not null check (state in ('open', 'merged', 'distinct')),
  merge_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  found_at timestamptz not null,
  primary key (object, one_id, other_id),
  check (one_id < other_id)
);
create index pair_open on curation.pair (score desc) where state = 'open';
comment on table curation.pair is 'Two records that may be one, until a person says whether they are.';
