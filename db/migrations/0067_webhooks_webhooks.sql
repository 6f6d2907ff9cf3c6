create schema if not exists webhooks;

create table webhooks.webhook (
  webhook_id uuid primary key,
  account_id uuid not null references identity.account (account_id),
  format text not null check (format in ('plain', 'fhir')),
  channel text not null check (channel in ('rest-hook', 'email')),
  endpoint text not null,
  types text[] not null check (cardinality(types) > 0),
  criteria jsonb not null,
  secret text not null,
  former_secret text,
  former_until timestamptz,
  headers text,
  resource text,
  state text not null check (state in ('requested', 'active', 'error', 'off')),
  failing_since timestamptz,
  last_fault text,
  sent_count integer not null default 0,
  created_at timestamptz not null,
  ends_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  check ((ended_at is null) = (state <> 'off'))
);
comment on table webhooks.webhook is 'Where a program is told that something happened to what it may see. Nothing about a person stands in it, or is sent.';
comment on column webhooks.webhook.account_id is 'The program; what it may see is asked in its name, at each event.';
comment on column webhooks.webhook.criteria is 'What of these events is meant: status, owner, requester, need.';
comment on column webhooks.webhook.secret is 'Sealed under the region''s secret: what each message is signed with.';
comment on column webhooks.webhook.former_secret is 'Sealed; messages carry its signature too until former_until, so that a receiver can change over.';
comment on column webhooks.webhook.headers is 'Sealed: what the receiver asked to be sent along (FHIR Subscription.channel.header).';
comment on column webhooks.webhook.resource is 'Of a FHIR Subscription: as it was sent, for reading it back; it holds no data of anybody.';
comment on column webhooks.webhook.told_at is 'When somebody was told that it was turned off.';
comment on column webhooks.webhook.sent_count is 'How many events it was told of: the number of the next one follows.';
create index webhook_account on webhooks.webhook (account_id);
create index webhook_types on webhooks.webhook using gin (types) where ended_at is null;

create table webhooks.delivery (
  delivery_id uuid primary key,
  webhook_id uuid not null references webhooks.webhook (webhook_id),
  event_id uuid not null,
  type text not null,
  subject_id uuid not null,
  number integer not null,
  happened_at timestamptz not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  claimed_at timestamptz,
  ended_at timestamptz,
  last_status integer,
  last_fault text,
  unique (webhook_id, event_id)
);
comment on table webhooks.delivery is 'One event that a webhook is told of: which kind, which record by its identifier, and what became of it.';
comment on column webhooks.delivery.event_id is 'Goes along as the message''s identifier: whoever gets it twice can tell.';
create index delivery_due on webhooks.delivery (due_at) where state = 'waiting';
create index delivery_claimed on webhooks.delivery (claimed_at) where state = 'sending';
create index delivery_webhook on webhooks.delivery (webhook_id, number desc);
create index delivery_ended on webhooks.delivery (ended_at) where ended_at is not null;
