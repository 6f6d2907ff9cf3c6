-- What a region tells a ministry, and what a ministry was told: suppressed figures and plans in signed packages, never anything about a person.

create schema ministry;

create table ministry.instance (
  is_this boolean primary key default true check (is_this),
  instance_id text not null unique,
  made_at timestamptz not null
);
comment on table ministry.instance is 'What this region is called in exchanges: one name, made at first use.';

create table ministry.signing_key (
  key_id uuid primary key,
  public_key text not null,
  sealed_key text,
  state text not null check (state in ('next', 'current', 'retired')),
  made_at timestamptz not null,
  retired_at timestamptz,
  check ((state = 'retired') = (sealed_key is null))
);
comment on table ministry.signing_key is 'Keys by which this region signs (Ed25519): the private half sealed, and forgotten once another took its place.';
comment on column ministry.signing_key.sealed_key is 'Opened by the region''s secret alone.';
create unique index signing_key_current on ministry.signing_key (state) where state = 'current';
create unique index signing_key_next on ministry.signing_key (state) where state = 'next';

create table ministry.package (
  package_id uuid primary key,
  sequence int not null unique check (sequence > 0),
  hash text not null unique,
  previous_hash text,
  signed text not null,
  way text not null check (way in ('file', 'post')),
  address text,
  state text not null check (state in ('made', 'waiting', 'sent', 'failed')),
  attempts int not null default 0,
  due_at timestamptz,
  ended_at timestamptz,
  last_fault text,
  made_by uuid,
  made_at timestamptz not null,
  check ((way = 'post') = (address is not null))
);
comment on table ministry.package is 'Each package that this region made, as it was signed, and whether it arrived; kept for ever, since each names the one before.';
create index package_due on ministry.package (due_at) where state = 'waiting';

create table ministry.region (
  region_id text primary key,
  record_id uuid not null unique,
  name jsonb not null,
  state text not null check (state in ('asked', 'standing', 'refused')),
  asked_by uuid,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  check (answered_by is null or answered_by <> asked_by)
);
comment on table ministry.region is 'A region whose packages are taken, once two people agreed that its key is its own.';

create table ministry.region_key (
  region_id text not null references ministry.region (region_id),
  public_key text not null,
  added_at timestamptz not null,
  until timestamptz,
  primary key (region_id, public_key)
);
comment on table ministry.region_key is 'Keys of a region: a new one is told in a package under the old one, which is taken for a while longer.';

create table ministry.received (
  received_id uuid primary key,
  region_id text not null references ministry.region (region_id),
  sequence int not null,
  hash text not null,
  has_gap boolean not null,
  way text not null check (way in ('post', 'upload')),
  content jsonb not null,
  made_at timestamptz not null,
  received_at timestamptz not null,
  unique (region_id, sequence)
);
comment on table ministry.received is 'Each package that was taken, whole: what regions told, and when.';
create index received_newest on ministry.received (region_id, sequence desc);
