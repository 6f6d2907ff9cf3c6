-- Accounts whose owners alone know their secrets: passkeys, recovery codes, enrolment links, sessions that can be told
-- apart, waits that grow, and sign-in by a provider of the region's own.
alter table identity.account
  alter column password_hash drop not null,
  add column totp_pending text,
  add column failed_tries integer not null default 0,
  add column enrolled_at timestamptz;
comment on column identity.account.password_hash is 'scrypt, with its parameters and salt; none where the owner signs in with passkeys or a provider, or has not come yet.';
comment on column identity.account.totp_pending is 'Sealed: the secret of a telephone that is being linked in place of the one in use.';
comment on column identity.account.failed_tries is 'Wrong passwords and codes since the owner last signed in; told to them then.';
comment on column identity.account.enrolled_at is 'When the owner took the account; until then only an invitation opens it.';
update identity.account set enrolled_at = created_at;

-- A session can be named, listed and ended without its token.
alter table identity.session drop constraint session_kind_check;
alter table identity.session drop constraint session_check;
alter table identity.session drop constraint session_check1;
alter table identity.session
  add constraint session_kind_check check (kind in ('account', 'resident', 'visitor')),
  add constraint session_check check ((kind = 'account') = (account_id is not null)),
  add constraint session_check1 check ((kind = 'resident') = (person_id is not null)),
  add column session_id uuid not null default gen_random_uuid() unique,
  add column last_seen_at timestamptz not null default now(),
  add column fresh_until timestamptz,
  add column browser text not null default 'other',
  add column device text not null default 'other',
  add column way text not null default 'password' check (way in ('password', 'passkey', 'open_id', 'enrolment')),
  add column failed_tries integer not null default 0;
comment on column identity.session.kind is 'A visitor has signed in to nothing: their session only ties the answer of a provider to the browser that asked it.';
comment on column identity.session.session_id is 'Names the session to its owner and to administrators; opens nothing.';
comment on column identity.session.last_seen_at is 'Within five minutes; an hour of silence ends a session of the staff.';
comment on column identity.session.fresh_until is 'Until when the owner has just shown both factors once more: only then credentials change.';
comment on column identity.session.browser is 'The family of the browser, never its whole description.';
comment on column identity.session.failed_tries is 'How many tries had failed when this session began: told to the owner.';

create table identity.passkey (
  passkey_id uuid primary key,
  account_id uuid not null references identity.account (account_id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table identity.passkey is 'A key of the owner''s device or password manager (WebAuthn); it signs in alone, for the device asks for its owner.';
comment on column identity.passkey.counter is 'How often the key has signed, where it counts; one that goes back was copied (WebAuthn 6.1.1).';
create index passkey_account on identity.passkey (account_id);

create table identity.challenge (
  challenge_id uuid primary key,
  purpose text not null check (purpose in ('sign_in', 'second_factor', 'confirm', 'register', 'enrol', 'open_id', 'open_id_link')),
  account_id uuid references identity.account (account_id),
  session_id uuid,
  sealed text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table identity.challenge is 'What a browser must answer, once and soon: the challenge of a passkey, or the state of a sign-in at a provider.';
comment on column identity.challenge.session_id is 'The session whose browser asked; another one''s answer is none.';
comment on column identity.challenge.sealed is 'Sealed under the region''s secret: the challenge, or state, nonce and proof key.';

create table identity.recovery_code (
  code_hash bytea primary key,
  account_id uuid not null references identity.account (account_id),
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table identity.recovery_code is 'Codes on paper that stand in for the second factor, each once. Only keyed digests are kept.';
create index recovery_code_account on identity.recovery_code (account_id);

create table identity.enrolment (
  enrolment_id uuid primary key,
  account_id uuid not null references identity.account (account_id),
  purpose text not null check (purpose in ('invitation', 'recovery')),
  token_hash bytea not null unique,
  totp_secret text not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
comment on table identity.enrolment is 'A link by which the owner alone sets what opens their account: once, and for a time.';
comment on column identity.enrolment.totp_secret is 'Sealed; becomes the account''s only when the link is used, so that what was before holds until then.';
create index enrolment_account on identity.enrolment (account_id);

create table identity.recovery (
  recovery_id uuid primary key,
  account_id uuid not null references identity.account (account_id),
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  agreed_by uuid,
  agreed_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  check (agreed_by is null or (agreed_by <> requested_by and agreed_by <> account_id)),
  check (requested_by <> account_id)
);
comment on table identity.recovery is 'One administrator asks, another agrees, and neither is the owner: so no one person can take an account.';
create index recovery_account on identity.recovery (account_id, requested_at);

create table identity.open_id_link (
  issuer text not null,
  subject text not null,
  account_id uuid not null references identity.account (account_id),
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
comment on table identity.open_id_link is 'Who an account is at a provider: its subject there, which stays when an e-mail address goes to somebody else.';

create table identity.wait (
  bucket text primary key,
  tries integer not null,
  waits_until timestamptz not null,
  forget_at timestamptz not null
);
comment on table identity.wait is 'Tries that failed, for an address from a place, an address, or a place, and until when the next one waits. Names nobody: the bucket is a keyed digest.';
