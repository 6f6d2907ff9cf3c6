-- Roles are data: those that ship with the product and those that a region composed. Giving one, and making or changing one, takes
-- two people. Accounts have teams and an area, for roles whose scope they are.

create table identity.role (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  is_shipped boolean not null,
  template text references identity.role (code),
  name jsonb,
  description jsonb,
  permissions text[],
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  retired_at timestamptz,
  check (is_shipped = (name is null)),
  check (is_shipped = (description is null)),
  check (is_shipped = (permissions is null)),
  check (is_shipped = (template is null))
);
comment on table identity.role is 'What an account may be: shipped with the product, whose permissions and words are in its code and change with it, or composed here.';
comment on column identity.role.template is 'The shipped role that a composed one began as.';
comment on column identity.role.name is 'LocalizedText of a composed role.';
comment on column identity.role.description is 'LocalizedText of a composed role.';
comment on column identity.role.permissions is 'Of a composed role; besides them it has what everybody at work has.';
comment on column identity.role.version is 'Counts the changes of a composed role: nobody agrees to another one than they read.';
comment on column identity.role.retired_at is 'Given to nobody any more, and opens nothing to whoever would still hold it.';

insert into identity.role (code, is_shipped, created_at)
select code, true, now() from unnest(array['navigator', 'protection_officer', 'partner', 'shelter_partner', 'planner', 'inspector',
  'librarian', 'privacy_officer', 'administrator']) as code;

alter table identity.account drop constraint account_role_check;
alter table identity.account
  alter column role drop not null,
  add constraint account_role_fkey foreign key (role) references identity.role (code),
  add column area_id uuid references territory.area (area_id);
comment on column identity.account.role is 'None while nobody has agreed to the first one: then the account opens its own page alone.';
comment on column identity.account.area_id is 'The area that they answer for, for a role whose scope is a territory.';
create index account_role on identity.account (role);

create table identity.role_request (
  request_id uuid primary key,
  kind text not null check (kind in ('give', 'compose', 'change')),
  state text not null check (state in ('asked', 'agreed', 'refused', 'withdrawn', 'alone', 'reduced')),
  role text not null,
  role_version integer not null,
  account_id uuid references identity.account (account_id),
  former_role text references identity.role (code),
  area_id uuid references territory.area (area_id),
  template text references identity.role (code),
  name jsonb,
  description jsonb,
  permissions text[],
  former_permissions text[],
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer_note text,
  check ((kind = 'give') = (account_id is not null)),
  check ((kind = 'give') = (permissions is null)),
  check (answered_by is null or answered_by <> asked_by),
  check (answered_by is null or answered_by <> account_id),
  check ((state = 'asked') = (answered_at is null))
);
comment on table identity.role_request is 'A role to be given, composed or changed: asked by one person, in effect when another agrees. Every such change is here, with who stood behind it.';
comment on column identity.role_request.state is 'alone: in effect at once, as nobody else could agree; reduced: at once, as it only took away.';
comment on column identity.role_request.role is 'The code of the role; of one to be composed it is in use only once it is agreed to.';
comment on column identity.role_request.role_version is 'The version of the role that was read when this was asked; nobody agrees to another one.';
comment on column identity.role_request.former_role is 'What the account had been.';
comment on column identity.role_request.permissions is 'Of the role to be composed or changed.';
comment on column identity.role_request.former_permissions is 'What the role had been before the change.';
create unique index role_request_account on identity.role_request (account_id) where state = 'asked';
create unique index role_request_role on identity.role_request (role) where state = 'asked' and kind <> 'give';
create index role_request_of_account on identity.role_request (account_id, asked_at);
create index role_request_of_role on identity.role_request (role, asked_at);

create table identity.team (
  team_id uuid primary key,
  organisation_id uuid not null,
  name jsonb not null,
  created_at timestamptz not null,
  closed_at timestamptz
);
comment on table identity.team is 'Colleagues of one organisation who look after people together, for roles whose scope is the team.';
comment on column identity.team.name is 'LocalizedText.';
create index team_organisation on identity.team (organisation_id);

create table identity.team_member (
  account_id uuid not null references identity.account (account_id),
  team_id uuid not null references identity.team (team_id),
  added_at timestamptz not null,
  primary key (account_id, team_id)
);
comment on table identity.team_member is 'Who works in which team.';
create index team_member_team on identity.team_member (team_id);
