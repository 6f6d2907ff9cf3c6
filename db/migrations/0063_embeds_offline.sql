-- Forms, and the page to ask for help, in the sites of partners; what comes by them says by whose site it came.

create schema if not exists embeds;

create table embeds.embed (
  embed_id uuid primary key,
  embed_key text not null unique,
  form_code text not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  origins text[] not null check (cardinality(origins) between 1 and 20),
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz
);
comment on table embeds.embed is 'That one partner shows one form in its own site, from these addresses alone.';
comment on column embeds.embed.embed_key is 'What names it in addresses; no secret, as every visitor of the site reads it.';
comment on column embeds.embed.origins is 'The origins whose pages may hold it: https://partner.example. No other page can.';
create index embed_form on embeds.embed (form_code, made_at desc);

-- What was answered in a partner's site is neither ours nor a navigator's: it says so, and by whose site it came.
alter table forms.response drop constraint response_channel_check;
alter table forms.response add constraint response_channel_check
  check (channel in ('self', 'widget', 'navigator', 'telephone', 'paper'));
alter table screening.screening drop constraint screening_channel_check;
alter table screening.screening add constraint screening_channel_check
  check (channel in ('self', 'widget', 'navigator', 'telephone', 'paper'));
alter table screening.screening add column source_organisation_id uuid references organisations.organisation (organisation_id);
comment on column screening.screening.source_organisation_id is 'The partner by whose own site the request came.';

-- Devices that somebody takes along where there is no network: the region knows them, so that it can end them.

create schema if not exists offline;

create table offline.device (
  device_id uuid primary key,
  account_id uuid not null,
  secret_digest bytea not null,
  sealed_key text not null,
  added_at timestamptz not null,
  ended_at timestamptz
);
comment on table offline.device is 'One browser of one colleague that keeps forms, and people whom they take along, for where there is no network.';
comment on column offline.device.secret_digest is 'Of the secret by which the device asks whether it is still known, without a session.';
comment on column offline.device.sealed_key is 'Half of what opens the copy on the device, for whoever forgot their phrase; sealed with the region''s secret.';
create index device_account on offline.device (account_id, added_at desc);
