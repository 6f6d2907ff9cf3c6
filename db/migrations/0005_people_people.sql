create schema if not exists people;

create table people.person (
  person_id uuid primary key,
  display_name text,
  birth_year smallint check (birth_year between 1900 and 2100),
  languages text[] not null default '{}',
  area_id uuid references territory.area (area_id),
  steward_organisation_id uuid references organisations.organisation (organisation_id),
  may_contact boolean not null default true,
  origin text not null check (origin in ('self', 'staff')),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table people.person is 'Someone who is helped or asks for help; a name may come later, or never.';
comment on column people.person.display_name is 'As the person gives it, in any script; null while anonymous.';
comment on column people.person.steward_organisation_id is 'The organisation that looks after the record; null until a navigator has taken a request that came from outside.';
comment on column people.person.may_contact is 'False where any contact could put the person in danger: nobody is to write or call.';

create table people.name_token (
  person_id uuid not null references people.person (person_id),
  token text not null,
  primary key (person_id, token)
);
comment on table people.name_token is 'The skeletons of a name''s words, so that one name is found in every spelling and script by equality.';
create index name_token_token on people.name_token (token, person_id);

create table people.contact_point (
  person_id uuid not null references people.person (person_id),
  contact_point_id uuid not null,
  kind text not null check (kind in ('phone', 'message', 'email', 'address', 'in_person')),
  value text not null,
  is_safe boolean not null,
  note text,
  created_at timestamptz not null,
  primary key (person_id, contact_point_id)
);
comment on table people.contact_point is 'A way to reach a person, and whether it is safe.';
comment on column people.contact_point.note is 'Safe hours, a word to use, who else may answer.';

create table people.consent (
  person_id uuid not null references people.person (person_id),
  consent_id uuid not null,
  purpose text not null check (purpose in ('referral', 'follow_up')),
  categories text[] not null check (cardinality(categories) > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  given_how text not null check (given_how in ('spoken', 'written', 'proxy')),
  locale text not null check (locale in ('ar', 'fr', 'en')),
  explained_by uuid,
  recorded_by_organisation_id uuid references organisations.organisation (organisation_id),
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  check (starts_at < ends_at),
  primary key (person_id, consent_id)
);
comment on table people.consent is 'What a person agreed to, as a policy that the program runs (FHIR Consent.provision).';
comment on column people.consent.categories is 'Which data may pass: identity, contact, need, note.';

create table people.consent_recipient (
  person_id uuid not null,
  consent_id uuid not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  primary key (person_id, consent_id, organisation_id),
  foreign key (person_id, consent_id) references people.consent (person_id, consent_id)
);
comment on table people.consent_recipient is 'The named partners that may receive it.';
