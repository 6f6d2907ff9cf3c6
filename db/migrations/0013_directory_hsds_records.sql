-- Every object and field of HSDS 3.1 (docs/decisions/0007). The tables of parts carry HSDS's own names, but that `id` is called
-- after its table; `home_id` is the service, location or organisation that a part is written and removed with. Sources may call
-- parts of two records by the same identifier: a part is one only within its home.

create table directory.source (
  source text primary key check (source <> ''),
  rank integer not null unique,
  created_at timestamptz not null
);
comment on table directory.source is 'Who says things of the directory''s records; where two say different things, the lower rank counts.';
comment on column directory.source.source is '`here` is what is said in this directory itself, by its people and the organisations: rank 0.';
insert into directory.source (source, rank, created_at) values ('here', 0, now());

create table directory.statement (
  source text not null references directory.source (source),
  object text not null check (object in ('organization', 'location', 'service')),
  source_record_id text not null,
  record_id uuid not null,
  content jsonb not null,
  digest text not null,
  is_edit boolean not null default false,
  said_at timestamptz not null,
  ended_at timestamptz,
  primary key (source, object, source_record_id)
);
create index statement_record on directory.statement (record_id);
comment on table directory.statement is 'What one source says of one record, whole and in its own words; the record itself is all of them merged.';
comment on column directory.statement.source_record_id is 'What the source calls the record.';
comment on column directory.statement.digest is 'Of the content, so that a source that says the same again changes nothing.';
comment on column directory.statement.is_edit is 'Whether it only corrects what others say: it does not keep a record alive by itself.';
comment on column directory.statement.ended_at is 'Since when the source does not speak of the record any more.';

create table directory.decision (
  record_id uuid not null,
  field text not null,
  source text not null references directory.source (source),
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (record_id, field)
);
comment on table directory.decision is 'Whose word counts for one field of one record, where a person has decided between sources.';

create table directory.conflict (
  record_id uuid not null,
  object text not null check (object in ('organization', 'location', 'service')),
  field text not null,
  said jsonb not null,
  found_at timestamptz not null,
  primary key (record_id, field)
);
comment on table directory.conflict is 'Where sources contradict one another, until a person decides: each source and what it says, the one that counts first.';

create table directory.translation (
  record_id uuid not null,
  field text not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  origin text not null check (origin in ('person', 'source', 'machine')),
  translated_by text,
  from_locale text not null check (from_locale in ('ar', 'fr', 'en')),
  from_text text not null,
  translated_at timestamptz not null,
  primary key (record_id, field, locale)
);
comment on table directory.translation is 'Which texts are translations, of what, by whom; one whose original reads otherwise now is out of date.';
comment on column directory.translation.field is 'The field''s name; of a part, `object:id:field`.';
comment on column directory.translation.from_text is 'The original as it stood when it was translated.';

create table directory.taxonomy (
  taxonomy_id uuid primary key,
  name jsonb not null,
  description jsonb,
  uri text,
  version text
);
comment on table directory.taxonomy is 'A classification of services that a source brought with it (HSDS 3.1 taxonomy).';

create table directory.taxonomy_term (
  taxonomy_term_id uuid primary key,
  code text,
  name jsonb not null,
  description jsonb,
  parent_id uuid,
  taxonomy text,
  language text,
  taxonomy_id uuid,
  term_uri text
);
create index taxonomy_term_taxonomy on directory.taxonomy_term (taxonomy_id);
create index taxonomy_term_parent on directory.taxonomy_term (parent_id);
comment on table directory.taxonomy_term is 'A term of a taxonomy (HSDS 3.1 taxonomy_term).';

create table directory.unit (
  unit_id uuid primary key,
  name jsonb not null,
  scheme text,
  identifier text,
  uri text
);
comment on table directory.unit is 'What places are counted in (HSDS 3.1 unit).';

create table directory.meta_table_description (
  meta_table_description_id uuid primary key,
  name text,
  language text,
  character_set text
);
comment on table directory.meta_table_description is 'What packages said of themselves (HSDS 3.1 meta_table_description).';

create table directory.metadata (
  metadata_id uuid primary key,
  home_id uuid,
  resource_id uuid not null,
  resource_type text not null,
  last_action_date text not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text,
  replacement_value text,
  updated_by text
);
create index metadata_resource on directory.metadata (resource_id);
create index metadata_home on directory.metadata (home_id, metadata_id);
comment on column directory.metadata.home_id is 'The service, location or organisation that the change was of, or of a part of.';
comment on table directory.metadata is 'Which field of what changed from what to what, when and by whom (HSDS 3.1 metadata).';

drop view directory.published_service;
alter table directory.service rename column eligibility to eligibility_description;
alter table directory.service rename column fees to fees_description;
alter table directory.service
  add column program_id uuid,
  add column interpretation_services jsonb,
  add column wait_time jsonb,
  add column fees jsonb,
  add column accreditations jsonb,
  add column licenses jsonb,
  add column assurer_email text,
  add column merged_into uuid references directory.service (service_id),
  alter column minimum_age type double precision,
  alter column maximum_age type double precision;
comment on column directory.service.wait_time is 'Deprecated by HSDS 3.1, as are fees and licenses; kept as they were given.';
comment on column directory.service.languages is 'The codes of its languages, out of directory.language, for the search.';
comment on column directory.service.area_note is 'LocalizedText: the names of its service areas that are no area of ours.';
comment on column directory.service.merged_into is 'The record that this one was found to be the same as; it is shown in its place.';

alter table directory.location rename column transport to transportation;
alter table directory.location
  add column location_type text not null default 'physical',
  add column alternate_name jsonb,
  add column url text,
  add column external_identifier text,
  add column external_identifier_type text,
  add column merged_into uuid references directory.location (location_id),
  alter column organisation_id drop not null,
  alter column address type jsonb using case when address is null then null else jsonb_build_object('en', address) end;
comment on column directory.location.address is 'LocalizedText: its address in one line, out of directory.address.';
comment on column directory.location.area_id is 'The area that it lies in, by the names in its address or by its coordinates.';

alter table directory.service_at_location
  drop constraint service_at_location_pkey,
  add column service_at_location_id uuid not null default gen_random_uuid(),
  add column description jsonb,
  add column home_id uuid;
update directory.service_at_location set home_id = service_id;
alter table directory.service_at_location
  alter column service_at_location_id drop default,
  alter column home_id set not null,
  add primary key (home_id, service_at_location_id);
create index service_at_location_service on directory.service_at_location (service_id, location_id);

alter table directory.phone
  add column home_id uuid,
  add column organization_id uuid,
  add column contact_id uuid,
  add column service_at_location_id uuid,
  add column extension double precision,
  add column type text;
update directory.phone set home_id = coalesce(service_id, location_id), type = kind;
alter table directory.phone
  drop constraint phone_pkey,
  alter column home_id set not null,
  add primary key (home_id, phone_id);
create index phone_organization on directory.phone (organization_id);
comment on column directory.phone.kind is 'Its type, as far as a caller must know it.';
comment on column directory.phone.languages is 'The codes of its languages, out of directory.language, for the pages.';

alter table directory.schedule rename to opening;
alter table directory.opening rename column schedule_id to opening_id;
alter index directory.schedule_service rename to opening_service;
alter index directory.schedule_pkey rename to opening_pkey;
alter table directory.opening
  add column nth smallint,
  add column month_day smallint,
  add column every smallint not null default 1,
  add column since date,
  add column valid_from date,
  add column valid_to date,
  add column is_closed boolean not null default false;
comment on table directory.opening is 'When a service is open, one row a day of the week or month, made from its schedules: what pages show and a search asks.';
comment on column directory.opening.nth is 'Only the first (1) to fifth, or the last (-1) such weekday of a month.';
comment on column directory.opening.every is 'Every how many weeks, counted from the week of `since`.';
comment on column directory.opening.is_closed is 'Closed on these days, whatever other rows say.';

alter table directory.service_area rename to area_served;
alter table directory.area_served rename constraint service_area_pkey to area_served_pkey;
alter index directory.service_area_area rename to area_served_area;

alter table directory.attribute rename to old_attribute;
alter table directory.old_attribute rename constraint attribute_pkey to old_attribute_pkey;
create table directory.attribute (
  home_id uuid not null,
  attribute_id uuid not null,
  link_id uuid not null,
  taxonomy_term_id uuid,
  link_type text,
  link_entity text,
  value text,
  label text,
  primary key (home_id, attribute_id)
);
create index attribute_link on directory.attribute (link_id);
create index attribute_term on directory.attribute (taxonomy_term_id);
comment on table directory.attribute is 'A term or a further value that a source gives to one of its records (HSDS 3.1 attribute).';
insert into directory.attribute (attribute_id, home_id, link_id, link_entity, value, label)
select gen_random_uuid(), link_id, link_id, link_entity, value, label from directory.old_attribute;
drop table directory.old_attribute;

create table directory.program (
  home_id uuid not null,
  program_id uuid not null,
  organization_id uuid,
  name jsonb,
  alternate_name jsonb,
  description jsonb,
  primary key (home_id, program_id)
);
comment on table directory.program is 'A programme of an organisation (HSDS 3.1 program).';

create table directory.contact (
  home_id uuid not null,
  contact_id uuid not null,
  organization_id uuid,
  service_id uuid,
  service_at_location_id uuid,
  location_id uuid,
  name jsonb,
  title jsonb,
  department jsonb,
  email text,
  primary key (home_id, contact_id)
);
comment on table directory.contact is 'Somebody to ask, by office or by name as published (HSDS 3.1 contact).';

create table directory.address (
  home_id uuid not null,
  address_id uuid not null,
  location_id uuid,
  attention jsonb,
  address_1 jsonb,
  address_2 jsonb,
  city jsonb,
  region jsonb,
  state_province jsonb,
  postal_code text,
  country text,
  address_type text,
  primary key (home_id, address_id)
);
comment on table directory.address is 'Where a location stands, or where its post goes (HSDS 3.1 address).';

create table directory.schedule (
  home_id uuid not null,
  schedule_id uuid not null,
  service_id uuid,
  location_id uuid,
  service_at_location_id uuid,
  valid_from text,
  valid_to text,
  dtstart text,
  timezone double precision,
  until text,
  count double precision,
  wkst text,
  freq text,
  interval double precision,
  byday text,
  byweekno text,
  bymonthday text,
  byyearday text,
  description jsonb,
  opens_at text,
  closes_at text,
  schedule_link text,
  attending_type text,
  notes jsonb,
  primary key (home_id, schedule_id)
);
comment on table directory.schedule is 'When a service is open, as its source says it, by RFC 5545s words (HSDS 3.1 schedule); directory.opening is what is asked.';

create table directory.service_area (
  home_id uuid not null,
  service_area_id uuid not null,
  service_id uuid,
  service_at_location_id uuid,
  name jsonb,
  description jsonb,
  extent text,
  extent_type text,
  uri text,
  primary key (home_id, service_area_id)
);
comment on table directory.service_area is 'Where a service serves, as its source says it (HSDS 3.1 service_area); directory.area_served is what is asked.';

create table directory.language (
  home_id uuid not null,
  language_id uuid not null,
  service_id uuid,
  location_id uuid,
  phone_id uuid,
  name text,
  code text,
  note jsonb,
  primary key (home_id, language_id)
);
comment on table directory.language is 'A language that is spoken at a service, a location or a phone (HSDS 3.1 language).';

create table directory.accessibility (
  home_id uuid not null,
  accessibility_id uuid not null,
  location_id uuid,
  description jsonb,
  details jsonb,
  url text,
  primary key (home_id, accessibility_id)
);
comment on table directory.accessibility is 'What a location has for people with disabilities (HSDS 3.1 accessibility).';

create table directory.required_document (
  home_id uuid not null,
  required_document_id uuid not null,
  service_id uuid,
  document jsonb,
  uri text,
  primary key (home_id, required_document_id)
);
comment on table directory.required_document is 'What to bring (HSDS 3.1 required_document).';

create table directory.cost_option (
  home_id uuid not null,
  cost_option_id uuid not null,
  service_id uuid,
  valid_from text,
  valid_to text,
  option jsonb,
  currency text,
  amount double precision,
  amount_description jsonb,
  primary key (home_id, cost_option_id)
);
comment on table directory.cost_option is 'What a service costs, for whom (HSDS 3.1 cost_option).';

create table directory.funding (
  home_id uuid not null,
  funding_id uuid not null,
  organization_id uuid,
  service_id uuid,
  source jsonb,
  primary key (home_id, funding_id)
);
comment on table directory.funding is 'Who pays for a service or an organisation (HSDS 3.1 funding).';

create table directory.organization_identifier (
  home_id uuid not null,
  organization_identifier_id uuid not null,
  organization_id uuid,
  identifier_scheme text,
  identifier_type text,
  identifier text,
  primary key (home_id, organization_identifier_id)
);
comment on table directory.organization_identifier is 'A number that an organisation has in a register (HSDS 3.1 organization_identifier).';

create table directory.url (
  home_id uuid not null,
  url_id uuid not null,
  organization_id uuid,
  service_id uuid,
  label jsonb,
  url text,
  primary key (home_id, url_id)
);
comment on table directory.url is 'A further address on the web (HSDS 3.1 url).';

create table directory.service_capacity (
  home_id uuid not null,
  service_capacity_id uuid not null,
  service_id uuid,
  unit_id uuid,
  available double precision,
  maximum double precision,
  description jsonb,
  updated text,
  primary key (home_id, service_capacity_id)
);
comment on table directory.service_capacity is 'How many places there are, and when that was said (HSDS 3.1 service_capacity).';

insert into directory.required_document (required_document_id, home_id, service_id, document)
select gen_random_uuid(), service_id, service_id, documents from directory.service where documents is not null;
insert into directory.accessibility (accessibility_id, home_id, location_id, description)
select gen_random_uuid(), location_id, location_id, accessibility from directory.location where accessibility is not null;
insert into directory.address (address_id, home_id, location_id, address_1, address_type)
select gen_random_uuid(), location_id, location_id, address, 'physical' from directory.location where address is not null;
insert into directory.schedule (schedule_id, home_id, service_id, location_id, freq, byday, opens_at, closes_at, description)
select gen_random_uuid(), service_id, service_id, location_id, case when weekday is null then null else 'WEEKLY' end,
  (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[weekday], to_char(opens_at, 'HH24:MI'), to_char(closes_at, 'HH24:MI'), description
from directory.opening;
insert into directory.language (language_id, home_id, service_id, code)
select gen_random_uuid(), service_id, service_id, unnest(languages) from directory.service;
insert into directory.service_area (service_area_id, home_id, service_id, name)
select gen_random_uuid(), area_served.service_id, area_served.service_id, area.name
from directory.area_served join territory.published_area as area on area.area_id = area_served.area_id;
alter table directory.service drop column documents;
alter table directory.location drop column accessibility;

-- What every record came from was in two columns; it is a statement now.
insert into directory.source (source, rank, created_at)
select source, row_number() over (order by min(created_at), source), min(created_at)
from (select source, created_at from directory.service where source is not null
  union all select source, created_at from directory.location where source is not null) as named group by source;

create view directory.published_service as
select service_id, organisation_id, name, status, capacity, languages, minimum_age::smallint as minimum_age,
  maximum_age::smallint as maximum_age, assured_at, capacity_at, merged_into, updated_at from directory.service;
comment on view directory.published_service is 'What other modules may read of a service.';

create table directory.merge (
  merge_id uuid primary key,
  object text not null check (object in ('organization', 'service')),
  from_id uuid not null,
  into_id uuid not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_at timestamptz,
  check (from_id <> into_id)
);
create unique index merge_living on directory.merge (from_id) where undone_at is null;
create index merge_into on directory.merge (into_id) where undone_at is null;
comment on table directory.merge is 'Two records found to be one. What was said of the first counts for the second until the merge is undone; nothing said is changed.';

create table directory.alert (
  alert_id uuid primary key,
  service_id uuid references directory.service (service_id),
  area_id uuid references territory.area (area_id),
  text jsonb not null,
  severity text not null check (severity in ('notice', 'danger')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  published_by uuid,
  ended_at timestamptz,
  check (service_id is null or area_id is null),
  check (ends_at > starts_at)
);
create index alert_living on directory.alert (ends_at) where ended_at is null;
comment on table directory.alert is 'What people must know now: of one service, of an area and all in it, or of the whole region.';
