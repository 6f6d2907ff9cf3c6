-- What a clinic states in FHIR's words and the product has no place for (docs/decisions/0019).

create schema if not exists fhir;

create table fhir.resource (
  person_id uuid not null,
  resource_type text not null check (resource_type in ('Condition', 'Goal', 'Observation', 'Procedure', 'ServiceRequest', 'Task')),
  resource_id uuid not null,
  version integer not null default 1,
  status text,
  codes text[] not null default '{}',
  categories text[] not null default '{}',
  refers_to uuid[] not null default '{}',
  record_class text not null default 'ordinary'
    check (record_class in ('ordinary', 'child_protection', 'violence', 'mediation', 'situation_table', 'restricted')),
  organisation_id uuid not null,
  account_id uuid not null,
  body jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (person_id, resource_type, resource_id)
);
comment on table fhir.resource is 'A statement about a person in FHIR''s words, as it stands: a condition, an order, what was observed or done, something to do.';
comment on column fhir.resource.codes is 'Each coding of its code as system|code and as |code, for searches.';
comment on column fhir.resource.categories is 'Each coding of its categories, in the same way.';
comment on column fhir.resource.refers_to is 'The identifiers of what it names, besides the person.';
comment on column fhir.resource.record_class is 'Who of those that reach the person may know of it: those whose role has its class, and whoever stated it.';
comment on column fhir.resource.organisation_id is 'Whose program stated it.';
create index resource_id on fhir.resource (resource_id);

create table fhir.resource_version (
  person_id uuid not null,
  resource_id uuid not null,
  version integer not null,
  body jsonb not null,
  organisation_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (person_id, resource_id, version)
);
comment on table fhir.resource_version is 'Every version of a statement, the present one too; none is ever overwritten.';

create table fhir.task (
  person_id uuid not null,
  referral_id uuid not null,
  order_id uuid,
  output jsonb,
  primary key (person_id, referral_id)
);
comment on table fhir.task is 'What FHIR says of a referral and the product has no place for.';
comment on column fhir.task.order_id is 'The ServiceRequest that it is for, where that was stated; one may be for several.';
comment on column fhir.task.output is 'What it led to, as the partner''s program named it.';
create index task_referral on fhir.task (referral_id);
create index task_order on fhir.task (order_id);

create table fhir.identifier (
  person_id uuid not null,
  resource_id uuid not null,
  system text not null,
  value text not null,
  resource_type text not null,
  organisation_id uuid not null,
  created_at timestamptz not null,
  primary key (person_id, resource_id, organisation_id, system, value)
);
comment on table fhir.identifier is 'An organisation''s own number of something that it stated: shown to that organisation alone.';
create index identifier_value on fhir.identifier (organisation_id, resource_type, system, value);

create table fhir.canonical (
  url text primary key,
  form_code text not null
);
comment on table fhir.canonical is 'By which address elsewhere a form is known that was brought as a Questionnaire.';

-- The second wall: whoever looks after the person; a partner what it stated itself and the order of what it was sent, while a consent shares the need.
alter table fhir.resource enable row level security;
create policy reached on fhir.resource for select to qantara_app using (
  (record_class = any ((select people.my_marks('class'))::text[])
    or account_id = any ((select people.my_circles())::uuid[]) or person_id = any ((select people.my_circles())::uuid[]))
  and exists (select from people.reach where reach.person_id = resource.person_id
    and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))
    and (reach.kind <> 'shared' or 'need' = any (reach.categories) and (
      organisation_id = any ((select people.my_circles())::uuid[])
      or resource_type = 'ServiceRequest' and exists (select from fhir.task
        join referrals.referral on referral.person_id = task.person_id and referral.referral_id = task.referral_id
        where task.person_id = resource.person_id and task.order_id = resource.resource_id)))));
create policy added on fhir.resource for insert to qantara_app with check (
  organisation_id = any ((select people.my_circles())::uuid[])
  and exists (select from people.reach where reach.person_id = resource.person_id and (reach.kind <> 'shared' or 'need' = any (reach.categories))));
create policy changed on fhir.resource for update to qantara_app using (exists (select from people.reach where reach.person_id = resource.person_id
  and (reach.kind <> 'shared' or resource.organisation_id = any ((select people.my_circles())::uuid[]) and 'need' = any (reach.categories))));
create policy system on fhir.resource to qantara_system using (true);

alter table fhir.resource_version enable row level security;
create policy reached on fhir.resource_version for select to qantara_app using (exists (select from fhir.resource
  where resource.person_id = resource_version.person_id and resource.resource_id = resource_version.resource_id));
create policy added on fhir.resource_version for insert to qantara_app with check (exists (select from people.reach where reach.person_id = resource_version.person_id));
create policy system on fhir.resource_version to qantara_system using (true);

alter table fhir.task enable row level security;
create policy party on fhir.task to qantara_app using (exists (select from referrals.referral
  where referral.person_id = task.person_id and referral.referral_id = task.referral_id));
create policy system on fhir.task to qantara_system using (true);

alter table fhir.identifier enable row level security;
create policy own on fhir.identifier to qantara_app using (
  organisation_id = any ((select people.my_circles())::uuid[])
  and exists (select from people.reach where reach.person_id = identifier.person_id));
create policy system on fhir.identifier to qantara_system using (true);
