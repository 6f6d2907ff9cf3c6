create schema if not exists directory;
create extension if not exists pg_trgm;

create table directory.need (
  need_code text primary key check (need_code ~ '^[a-z_]+$'),
  name jsonb not null,
  words jsonb not null default '{}',
  sort smallint not null
);
comment on table directory.need is 'What people need help with, as data: adding one needs no release.';
comment on column directory.need.words is 'LocalizedText of other words for it, which a search finds it by.';

create table directory.service (
  service_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  name jsonb not null,
  alternate_name jsonb,
  description jsonb,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  eligibility jsonb,
  fees jsonb,
  application_process jsonb,
  documents jsonb,
  alert jsonb,
  area_note jsonb,
  url text,
  email text,
  minimum_age smallint,
  maximum_age smallint,
  languages text[] not null default '{}',
  capacity text not null default 'unknown' check (capacity in ('open', 'waiting_list', 'full', 'assessment_first', 'unknown')),
  capacity_at timestamptz,
  assured_at timestamptz,
  source text,
  source_id text,
  search_name text not null,
  search_words text not null,
  search_text text not null,
  search_vector tsvector generated always as (
    setweight(to_tsvector('simple', search_name), 'A') ||
    setweight(to_tsvector('simple', search_words), 'B') ||
    setweight(to_tsvector('simple', search_text), 'D')
  ) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, source_id)
);
-- Ranking reads the vector of every match: kept in the row, a common word costs half as much.
alter table directory.service alter column search_vector set storage main;
comment on table directory.service is 'Something that an organisation does for people (HSDS 3.1 service).';
comment on column directory.service.documents is 'LocalizedText: what to bring.';
comment on column directory.service.alert is 'LocalizedText: what people must know before they come.';
comment on column directory.service.area_note is 'LocalizedText: where it serves in the source''s own words, when these are no area of ours.';
comment on column directory.service.search_name is 'Its names in three languages as search words (domain/search-words): what counts most.';
comment on column directory.service.search_words is 'Its organisation''s name, its needs and their other words, as search words.';
comment on column directory.service.search_text is 'All else that it says of itself, as search words.';
comment on column directory.service.assured_at is 'When somebody last made sure that this is true (HSDS assured_date).';
create index service_search on directory.service using gin (search_vector);
create index service_fresh on directory.service (assured_at desc nulls last, service_id) where status = 'active';
comment on column directory.service.capacity_at is 'When the capacity was said; an old word is shown with its age.';
create index service_organisation on directory.service (organisation_id);
create index service_updated on directory.service (updated_at);

create table directory.search_word (
  word text primary key
);
create index search_word_trigram on directory.search_word using gin (word gin_trgm_ops);
comment on table directory.search_word is 'Every word that some service is found by: a mistyped word is corrected to the nearest of these.';

create table directory.service_need (
  service_id uuid not null references directory.service (service_id),
  need_code text not null references directory.need (need_code),
  primary key (service_id, need_code)
);
create index service_need_need on directory.service_need (need_code, service_id);
comment on table directory.service_need is 'Which needs a service answers.';

create table directory.service_area (
  service_id uuid not null references directory.service (service_id),
  area_id uuid not null references territory.area (area_id),
  primary key (service_id, area_id)
);
create index service_area_area on directory.service_area (area_id, service_id);
comment on table directory.service_area is 'Where a service serves people; one without a row serves the whole region.';

create table directory.location (
  location_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  name jsonb,
  description jsonb,
  transport jsonb,
  address text,
  area_id uuid references territory.area (area_id),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  is_confidential boolean not null default false,
  accessibility jsonb,
  source text,
  source_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, source_id)
);
comment on table directory.location is 'A place where services are given (HSDS 3.1 location and address).';
comment on column directory.location.is_confidential is 'A shelter''s place never leaves: no page, search, export or interface shows it.';

create table directory.service_at_location (
  service_id uuid not null references directory.service (service_id),
  location_id uuid not null references directory.location (location_id),
  primary key (service_id, location_id)
);
create index service_at_location_location on directory.service_at_location (location_id, service_id);
comment on table directory.service_at_location is 'Which service is given where.';

create table directory.phone (
  phone_id uuid primary key,
  service_id uuid references directory.service (service_id),
  location_id uuid references directory.location (location_id),
  number text not null,
  kind text not null default 'voice',
  description jsonb,
  languages text[] not null default '{}'
);
create index phone_service on directory.phone (service_id);
create index phone_location on directory.phone (location_id);
comment on table directory.phone is 'A number to call (HSDS 3.1 phone).';

create table directory.schedule (
  schedule_id uuid primary key,
  service_id uuid not null references directory.service (service_id),
  location_id uuid references directory.location (location_id),
  weekday smallint check (weekday between 1 and 7),
  opens_at time,
  closes_at time,
  description jsonb
);
create index schedule_service on directory.schedule (service_id);
comment on table directory.schedule is 'When a service is open: one row a weekday (1 Monday, ISO 8601), or words where hours do not say it.';

create table directory.attribute (
  link_id uuid not null,
  link_entity text not null,
  label text not null,
  value text not null,
  primary key (link_id, label)
);
comment on table directory.attribute is 'What an import said that has no column here, kept as it was (HSDS 3.1 attribute).';

create table directory.import (
  import_id uuid primary key,
  source text not null,
  file_name text not null,
  format text,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  rows_read integer not null default 0,
  rows_total integer,
  organisations_saved integer not null default 0,
  services_saved integer not null default 0,
  locations_saved integer not null default 0,
  services_ended integer not null default 0,
  rows_refused integer not null default 0,
  values_refused integer not null default 0,
  language text check (language in ('ar', 'fr', 'en')),
  notes jsonb,
  failure text,
  content bytea,
  requested_by uuid,
  requested_at timestamptz not null,
  ended_at timestamptz
);
comment on table directory.import is 'One package taken in, and what came of it.';
comment on column directory.import.language is 'The language of its texts; null is the one that the package says it is in.';
comment on column directory.import.services_ended is 'Services of this source that its file no longer has: they became inactive.';
comment on column directory.import.notes is 'What was taken in another way than it stood: terms without a need, areas not found, files not read.';
comment on column directory.import.content is 'The file until it has been read; then it is forgotten.';

create table directory.import_refusal (
  import_id uuid not null references directory.import (import_id),
  ordinal integer not null,
  file text not null,
  row integer not null,
  field text,
  code text not null,
  value text,
  scope text not null check (scope in ('row', 'value')),
  primary key (import_id, ordinal)
);
comment on table directory.import_refusal is 'What an import refused: file, row, field, reason.';
comment on column directory.import_refusal.scope is 'Whether the whole row was left out, or only this value.';

create view directory.published_service as
select service_id, organisation_id, name, status, capacity, languages, minimum_age, maximum_age, assured_at from directory.service;
comment on view directory.published_service is 'What other modules may read of a service.';
create view directory.published_service_need as select service_id, need_code from directory.service_need;
comment on view directory.published_service_need is 'Which needs a service answers, for other modules.';
create view directory.published_service_area as select service_id, area_id from directory.service_area;
comment on view directory.published_service_area is 'Where a service serves, for other modules.';
create view directory.published_need as select need_code, name, sort from directory.need;
comment on view directory.published_need is 'The needs, for other modules.';
