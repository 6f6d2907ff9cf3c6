alter table identity.account
  add column kind text not null default 'person' check (kind in ('person', 'program'));
comment on column identity.account.kind is 'A program of an organisation has an account without a person behind it: no password, no session, no letters.';

create table identity.program (
  account_id uuid primary key references identity.account (account_id),
  contact text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  keys jsonb,
  keys_address text,
  created_at timestamptz not null,
  check ((keys is null) <> (keys_address is null))
);
comment on table identity.program is 'How a program proves itself, and what it was granted (SMART App Launch 2.2, Backend Services).';
comment on column identity.program.contact is 'Who runs it, to be asked when something is wrong with it.';
comment on column identity.program.scopes is 'system/<type or *>.<letters of cruds>; they narrow what its role may do.';
comment on column identity.program.keys is 'Its public keys (RFC 7517), where it gave them to us.';
comment on column identity.program.keys_address is 'Where it publishes them itself, by https.';

create table identity.program_token (
  token_hash bytea primary key,
  account_id uuid not null references identity.account (account_id),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table identity.program_token is 'What a program calls with for five minutes. The token itself is not kept.';
create index program_token_account on identity.program_token (account_id, created_at);
create index program_token_expiry on identity.program_token (expires_at);

create table identity.program_assertion (
  assertion_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table identity.program_assertion is 'Assertions that were used: each opens once (RFC 7523 section 3). Only digests are kept.';
create index program_assertion_expiry on identity.program_assertion (expires_at);
