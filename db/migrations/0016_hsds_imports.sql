-- What comes in from other bodies is the interface's own business (docs/decisions/0007).
create schema if not exists hsds;
alter table directory.import set schema hsds;
alter table directory.import_refusal set schema hsds;

alter table hsds.import drop constraint import_status_check;
alter table hsds.import
  add constraint import_status_check check (status in ('waiting', 'mapping', 'running', 'checked', 'done', 'failed', 'discarded')),
  add column is_trial boolean not null default false,
  add column counts jsonb not null default '{}',
  add column columns jsonb;
comment on column hsds.import.is_trial is 'Whether it stops after the check, so that a person sees the changes before anything is written.';
comment on column hsds.import.counts is 'By object: how many records are new, changed, the same, ended.';
comment on column hsds.import.columns is 'Of files that need a mapping: each with its columns and the first values in them.';

create table hsds.import_row (
  ordinal bigint generated always as identity primary key,
  import_id uuid not null references hsds.import (import_id),
  object text not null,
  home_object text,
  home_source_id text,
  row jsonb not null
);
create index import_row_home on hsds.import_row (import_id, home_object, home_source_id);
comment on table hsds.import_row is 'Rows that were read and checked, until they are written or given up: an import holds few of them in memory.';
comment on column hsds.import_row.home_object is 'What the row belongs to; a vocabulary or unit belongs to nothing.';

create table hsds.import_change (
  import_id uuid not null references hsds.import (import_id),
  ordinal integer not null,
  object text not null check (object in ('organization', 'location', 'service')),
  record_id uuid not null,
  name jsonb,
  change text not null check (change in ('new', 'changed', 'ended')),
  fields jsonb not null,
  primary key (import_id, ordinal)
);
comment on table hsds.import_change is 'What an import would change, before a person lets it: of a confidential location only that it changes.';

create table hsds.mapping (
  source text primary key,
  mapping jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null
);
comment on table hsds.mapping is 'Which column of a source''s tables says what, for files that are no HSDS package; kept for its next file.';
