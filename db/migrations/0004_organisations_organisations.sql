create schema if not exists organisations;

create table organisations.organisation (
  organisation_id uuid primary key,
  parent_organisation_id uuid references organisations.organisation (organisation_id),
  name jsonb not null,
  alternate_name jsonb,
  description jsonb,
  sector text not null check (sector in ('municipality', 'government', 'health', 'education', 'association', 'cooperative', 'business', 'other')),
  email text,
  phone text,
  website text,
  area_id uuid references territory.area (area_id),
  receives_referrals boolean not null default false,
  source text,
  source_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, source_id)
);
comment on table organisations.organisation is 'An agency, association or body that does some of the region''s work (HSDS 3.1 organization).';
comment on column organisations.organisation.name is 'LocalizedText.';
comment on column organisations.organisation.receives_referrals is 'Whether it has agreed to answer referrals here.';
comment on column organisations.organisation.source is 'The import that it came from, with source_id its identifier there.';

create view organisations.published_organisation as
select organisation_id, parent_organisation_id, name, sector, area_id, receives_referrals from organisations.organisation;
comment on view organisations.published_organisation is 'What other modules may read of an organisation.';
