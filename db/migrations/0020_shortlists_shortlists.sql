-- Services that somebody keeps at hand, and lists that are put together for one person.
create schema if not exists shortlists;

create table shortlists.favourite (
  account_id uuid not null references identity.account (account_id),
  service_id uuid not null references directory.service (service_id),
  added_at timestamptz not null,
  primary key (account_id, service_id)
);
comment on table shortlists.favourite is 'A service that somebody who helps keeps at hand.';

create table shortlists.shortlist (
  person_id uuid not null references people.person (person_id),
  shortlist_id uuid not null,
  note text,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  prepared_by uuid,
  version integer not null default 1,
  share_digest bytea,
  shared_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (person_id, shortlist_id)
);
create index shortlist_share on shortlists.shortlist (share_digest) where share_digest is not null;
comment on table shortlists.shortlist is 'Services put together for one person, to print or to send.';
comment on column shortlists.shortlist.share_digest is 'Of the link by which the person reads it; the list as it is read there names nobody.';

create table shortlists.item (
  person_id uuid not null,
  shortlist_id uuid not null,
  service_id uuid not null references directory.service (service_id),
  position smallint not null,
  note text,
  primary key (person_id, shortlist_id, service_id),
  foreign key (person_id, shortlist_id) references shortlists.shortlist (person_id, shortlist_id)
);
comment on table shortlists.item is 'One service of a list, with a word on it for the person.';
