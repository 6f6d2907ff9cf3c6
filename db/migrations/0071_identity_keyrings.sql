-- A personal account of a resident: a name and a password open what a code opens, for one request or several.
create table identity.keyring (
  keyring_id uuid primary key,
  opens_by bytea not null unique,
  is_sample boolean not null default false,
  created_at timestamptz not null
);
comment on table identity.keyring is 'A personal account of a resident, who made it with the code of a request. It names nobody and holds no right of its own.';
comment on column identity.keyring.opens_by is 'Keyed digest of name and password, stretched together (scrypt). The name alone is kept nowhere, so that nothing tells whether somebody has one.';
comment on column identity.keyring.is_sample is 'An invented one of the sample region, shared by visitors: nothing of it may be changed.';

create table identity.keyring_request (
  person_id uuid primary key,
  keyring_request_id uuid not null,
  keyring_id uuid not null references identity.keyring (keyring_id) on delete cascade,
  asked_at timestamptz not null,
  added_at timestamptz not null,
  opened_on date not null,
  unique (person_id, keyring_request_id)
);
comment on table identity.keyring_request is 'One request that a personal account opens. A request is in one of them at most.';
comment on column identity.keyring_request.asked_at is 'When its first code was made: all that the list of requests says of it.';
comment on column identity.keyring_request.opened_on is 'The day on which the account last opened it: it leaves the account after two years of silence.';
create index keyring_request_keyring on identity.keyring_request (keyring_id);

alter table identity.session add column keyring_id uuid references identity.keyring (keyring_id) on delete cascade;
alter table identity.session add constraint session_of_keyring check (keyring_id is null or kind = 'resident');
comment on column identity.session.keyring_id is 'The personal account that opened a resident''s session; none where their code did.';
create index session_keyring on identity.session (keyring_id);

comment on table identity.account is 'Someone of the staff who signs in. What a resident may make for themselves is a keyring.';
