-- The fields of HSDS 3.1 organization that had no place, so that a directory leaves as it came.
alter table organisations.organisation
  add column tax_status text,
  add column tax_id text,
  add column year_incorporated double precision,
  add column legal_status text,
  add column logo text,
  add column uri text;
comment on column organisations.organisation.phone is 'The number that it is called at: the first of its phones in the directory, where it has any there.';
comment on column organisations.organisation.tax_id is 'Deprecated by HSDS 3.1; kept as it was given.';

create or replace view organisations.published_organisation as
select organisation_id, parent_organisation_id, name, sector, area_id, receives_referrals,
  alternate_name, description, email, phone, website, tax_status, tax_id, year_incorporated, legal_status, logo, uri, updated_at
from organisations.organisation;
