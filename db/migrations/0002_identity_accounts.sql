create schema if not exists identity;

create table identity.account (
  account_id uuid primary key,
  email text not null unique check (email = lower(email)),
  display_name text not null,
  role text not null check (role in ('navigator', 'partner', 'planner', 'administrator')),
  organisation_id uuid,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  password_hash text not null,
  totp_secret text not null,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  is_sample boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on table identity.account is 'Someone of the staff who signs in. A resident has no account: a code opens their own request.';
comment on column identity.account.password_hash is 'scrypt, with its parameters and salt.';
comment on column identity.account.totp_secret is 'Sealed under the region''s secret; RFC 6238.';
comment on column identity.account.totp_last_step is 'The last time step whose code was used: a code opens once.';
comment on column identity.account.is_sample is 'An invented account of the sample region, whose second-factor code is shown on the page.';

create table identity.session (
  token_hash bytea primary key,
  kind text not null check (kind in ('account', 'resident')),
  account_id uuid references identity.account (account_id),
  person_id uuid,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'account') = (account_id is not null)),
  check ((kind = 'resident') = (person_id is not null))
);
comment on table identity.session is 'One signed-in browser. The token itself is not kept.';
comment on column identity.session.confirmed_at is 'When the second factor was given; without it the session may only give it.';
create index session_account on identity.session (account_id);

create table identity.access_code (
  code_hash bytea primary key,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table identity.access_code is 'A code by which a resident follows their own request. Keyed by its hash, because the code is all that is brought.';
create index access_code_person on identity.access_code (person_id);
