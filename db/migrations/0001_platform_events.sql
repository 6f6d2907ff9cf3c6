-- Commands, events, audit chain, outbox: what every module writes through `ctx`, in its own transaction.
create schema if not exists platform;

create table platform.chain_head (
  stream smallint primary key,
  position bigint not null,
  hash bytea not null
);
comment on table platform.chain_head is 'The last link of each audit chain; one command takes one link of one stream.';
insert into platform.chain_head (stream, position, hash)
select stream, 0, sha256(convert_to('qantara audit ' || stream, 'UTF8')) from generate_series(0, 63) as stream;

create table platform.event (
  event_id uuid primary key,
  type text not null,
  subject_id uuid not null,
  person_id uuid,
  actor_kind text not null check (actor_kind in ('anyone', 'account', 'resident', 'system')),
  account_id uuid,
  organisation_id uuid,
  command_ref uuid not null,
  reason text,
  data jsonb not null,
  value_digest text not null,
  at timestamptz not null,
  stream smallint not null,
  position bigint not null,
  ordinal smallint not null,
  digest bytea not null,
  hash bytea not null,
  unique (stream, position, ordinal)
);
comment on table platform.event is 'Every change, once: the timeline, the audit entry and the message to other modules. Never changed, never deleted.';
comment on column platform.event.data is 'Codes and identifiers only; personal values stand in event_value, so that they can be erased.';
comment on column platform.event.value_digest is 'SHA-256 of the salted personal values, empty where there are none.';
comment on column platform.event.digest is 'SHA-256 of this event and of the salted digest of its personal values.';
comment on column platform.event.hash is 'SHA-256 of the previous link of the stream and of the digests of this command''s events.';
create index event_subject on platform.event (subject_id, at);
create index event_person on platform.event (person_id, at) where person_id is not null;

create table platform.event_value (
  person_id uuid not null,
  event_id uuid not null,
  salt bytea not null,
  before jsonb,
  after jsonb,
  primary key (person_id, event_id)
);
comment on table platform.event_value is 'What a change changed, beside the chain: erasing a row leaves the chain whole.';

create table platform.outbox (
  event_id uuid primary key,
  at timestamptz not null
);
comment on table platform.outbox is 'Events not yet handed to their subscribers.';

create table platform.delivery (
  event_id uuid not null,
  subscriber text not null,
  at timestamptz not null,
  primary key (event_id, subscriber)
);
comment on table platform.delivery is 'What each subscriber has done, so that an event delivered twice is handled once.';

create table platform.command (
  actor_key text not null,
  command_hash bytea not null,
  route text not null,
  input_digest bytea not null,
  output bytea not null,
  at timestamptz not null,
  primary key (actor_key, command_hash)
);
comment on table platform.command is 'Answers already given, so that a repeated command has the effect of one.';
comment on column platform.command.output is 'AES-256-GCM under a key derived from the command''s own identifier, which is not kept.';
create index command_at on platform.command (at);

create table platform.access_entry (
  person_id uuid not null,
  access_id uuid not null,
  kind text not null,
  subject_id uuid,
  account_id uuid,
  organisation_id uuid,
  reason text,
  at timestamptz not null,
  primary key (person_id, access_id)
);
comment on table platform.access_entry is 'Every opening of a person''s record: who, what, when, why.';

create table platform.rate (
  bucket text primary key,
  count integer not null,
  resets_at timestamptz not null
);
comment on table platform.rate is 'Counters of attempts that must hold across servers: sign-in, follow-up codes.';
